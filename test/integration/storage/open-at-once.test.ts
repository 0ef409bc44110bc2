import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/storage/open.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const CHILD = join(import.meta.dirname, 'open-and-count.ts');

describe('several processes on one new data folder', () => {
  it('open it at the same instant: one schema, nothing set aside, each lease with exactly one owner', async () => {
    const folder = makeTempFolder();
    const startAt = String(Date.now() + 1500);
    const children = Array.from({ length: 4 }, () => spawn(process.execPath, [CHILD, folder, startAt]));
    const answers = await Promise.all(
      children.map(async (child) => {
        child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
        const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
        return JSON.parse(line) as { notices: number; taken: string[] };
      }),
    );
    await Promise.all(
      children.map(async (child) => {
        child.stdin.write('close\n');
        const [code] = (await once(child, 'exit')) as [number | null];
        expect(code).toBe(0);
      }),
    );
    expect(answers.map((answer) => answer.notices)).toEqual([0, 0, 0, 0]);
    const taken = answers.flatMap((answer) => answer.taken);
    expect(taken).toHaveLength(20);
    expect(new Set(taken).size).toBe(20);
    const { database } = openDatabase(folder, Date.now());
    expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    database.close();
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const secret = 'wJalr/XUtnFEMI+K7MDENG=bPx"RfiCY';

describe('the secret scanner', () => {
  it.each([
    ['as it is', Buffer.from(`before ${secret} after`)],
    ['in JSON', Buffer.from(JSON.stringify({ key: secret }))],
    ['in JSON inside JSON', Buffer.from(JSON.stringify({ key: secret }).replaceAll('/', '\\/'))],
    ['in an address', Buffer.from(`https://example.com/?key=${encodeURIComponent(secret)}`)],
    [
      'in an address, lower case',
      Buffer.from(encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase())),
    ],
    ['as base64', Buffer.from(Buffer.from(secret).toString('base64'))],
    ['inside base64, one off', Buffer.from(Buffer.from(`x${secret}yz`).toString('base64'))],
    ['inside base64, two off', Buffer.from(Buffer.from(`xy${secret}zzz`).toString('base64'))],
    ['as base64url', Buffer.from(Buffer.from(`{"a":"${secret}"}`).toString('base64url'))],
    ['as hex', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['as UTF-16LE', Buffer.from(`x${secret}`, 'utf16le')],
    ['as UTF-16BE', Buffer.from(`x${secret}`, 'utf16le').swap16()],
  ])('finds a leak planted %s', (_name, bytes) => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, 'notes.bin'), bytes);
    const leaks = findSecretLeaks({ secrets: { key: secret }, folders: [folder] });
    expect(leaks.map((leak) => leak.where)).toContain('notes.bin');
  });

  it('looks into the write-ahead log', () => {
    const folder = makeTempFolder();
    const database = new DatabaseSync(join(folder, 'a.db'));
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT)');
    database.prepare('INSERT INTO t VALUES (?)').run(secret);
    const leaks = findSecretLeaks({ secrets: { key: secret }, folders: [folder] });
    database.close();
    expect(leaks.map((leak) => leak.where)).toContain('a.db-wal');
  });

  it('finds a leak in captured answers and names it', () => {
    const leaks = findSecretLeaks({
      secrets: { key: secret },
      captured: { answers: [{ ok: true, value: { note: secret } }] },
    });
    expect(leaks).toContainEqual({ where: 'answers', secret: 'key', form: 'JSON' });
  });

  it('finds nothing where there is nothing', () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, 'notes.txt'), 'nothing to see');
    expect(findSecretLeaks({ secrets: { key: secret }, folders: [folder], captured: { log: 'quiet' } })).toEqual([]);
  });

  it('refuses to look for a secret that would be found by chance', () => {
    expect(() => findSecretLeaks({ secrets: { key: 'short' } })).toThrow('too short');
  });
});

/** The command line's tarball: what it holds, and that it runs from there with the packages it names. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../support/cli.ts';

const root = join(import.meta.dirname, '../../..');
let folder = '';
let installed = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offerdeck-cli-package-'));
  const script = join(root, 'scripts/package-cli.mjs');
  const printed = execFileSync(process.execPath, [script, '--out', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const modules = join(folder, 'machine', 'node_modules');
  mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['-xzf', printed.trim(), '-C', join(folder, 'machine')]);
  installed = join(folder, 'machine', 'package');
  // As an installation without a network would find them: exactly the packages that it names, and no other.
  const { dependencies } = readPackage();
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(modules, name, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readPackage() {
  return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
    engines: { node: string };
    dependencies: Record<string, string>;
  };
}

test('names its command, Node 24 and exact packages, and nothing of the window', () => {
  const { bin, engines, dependencies } = readPackage();
  expect(bin).toEqual({ offerdeck: 'cli.js' });
  expect(engines.node).toBe('>=24');
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(Object.keys(dependencies)).not.toEqual(expect.arrayContaining(['electron']));
  expect(Object.keys(dependencies).filter((name) => /react|cloudscape|electron/.test(name))).toEqual([]);
  expect(readFileSync(join(installed, 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(readdirSync(join(installed, 'i18n')).toSorted()).toEqual(['en', 'ja', 'zh-CN', 'zh-TW']);
});

test('runs from where it was unpacked, with a local cloud of its own', async () => {
  const entry = join(installed, 'cli.js');
  const run = (args: readonly string[]) =>
    runCli(['--mode', 'practice', '--speed', '100', ...args], { data: folder, entry });
  const synced = await run(['--account', '111122223333', '--language', 'ja', 'sync', 'products']);
  expect(synced).toMatchObject({ code: 0 });
  expect(synced.err).toContain('練習モード');
  expect((await run(['products', 'list'])).out).toContain('Lanternfish Atlas Insights');
  expect((await run(['offer', 'schema'])).out).toContain('Offerdeck offer');
});

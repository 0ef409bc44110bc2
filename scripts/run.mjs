// One entry for the developer commands of package.json: each runs under Node 24 with the pinned tools.
import { findNode24 } from './lib/node24.mjs';
import { root, run, say, toolEnvironment, toolPath } from './lib/process.mjs';
import { join } from 'node:path';

const [name = '', ...rest] = process.argv.slice(2);

const tsc = toolPath('typescript/bin/tsc');
const vitest = toolPath('vitest/vitest.mjs');

/** Each command is a list of argument lists for Node 24, run in order until one fails. */
/** @type {Record<string, string[][]>} */
const commands = {
  lint: [
    [
      toolPath('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      'src',
      'test',
      'scripts',
      '*.ts',
      '*.mjs',
      '*.json',
    ],
    [toolPath('eslint/bin/eslint.js'), '--max-warnings', '0', ...(rest.length ? rest : ['src', 'test', 'scripts'])],
    [toolPath('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
    [toolPath('knip/bin/knip.js')],
  ],
  format: [
    [
      toolPath('prettier/bin/prettier.cjs'),
      '--write',
      '--log-level',
      'warn',
      'src',
      'test',
      'scripts',
      '*.ts',
      '*.mjs',
      '*.json',
    ],
  ],
  typecheck: [
    [tsc, '-p', 'tsconfig.shared.json'],
    [tsc, '-p', 'tsconfig.node.json'],
    [tsc, '-p', 'tsconfig.web.json'],
    [tsc, '-p', 'tsconfig.test.json'],
  ],
  build: [[toolPath('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']],
  'test:unit': [[vitest, 'run', '--project', 'unit', '--project', 'renderer', ...rest]],
  'test:e2e': [[toolPath('@playwright/test/cli.js'), 'test', ...rest]],
  'test:electron': [[join(root, 'test/electron/run.mjs'), ...rest]],
  'test:agreement': [[join(root, 'test/agreement/run.ts'), ...rest]],
  'test:bulk': [[join(root, 'test/bulk/run.ts'), ...rest]],
  'test:kills': [[join(root, 'test/kills/run.ts'), ...rest]],
  bench: [[join(root, 'test/bench/run.ts'), ...rest]],
  simulator: [[join(root, 'src/simulator/main.ts'), ...rest]],
  offerdeck: [[join(root, 'src/main/hosts/cli/main.ts'), ...rest]],
  'package:cli': [[join(root, 'scripts/package-cli.mjs'), ...rest]],
  contract: [[join(root, 'scripts/contract.ts'), ...rest]],
};

const steps = commands[name];
if (!steps) {
  say(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
const node24 = findNode24();
for (const args of steps) {
  const code = await run(node24, args, { env: toolEnvironment(node24) });
  if (code !== 0) process.exit(code);
}

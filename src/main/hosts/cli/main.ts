#!/usr/bin/env node
/** Entry of the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Terminal } from './kit.ts';
import { chooseLanguage, loadTexts } from './texts.ts';

// SQLite is marked as experimental in Node 24; a warning at each command would say nothing to anybody.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
});
process.umask(0o077);

const isBuilt = import.meta.filename.endsWith('.js');
const packageFile = join(import.meta.dirname, isBuilt ? 'package.json' : '../../../../package.json');
const catalogues = join(import.meta.dirname, isBuilt ? 'i18n' : '../../../renderer/i18n');
const SIMULATOR_ENTRY = new URL(isBuilt ? './simulator.js' : '../../../simulator/worker.ts', import.meta.url);

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const terminal: Terminal = {
  out: (line) => void process.stdout.write(line),
  err: (line) => void process.stderr.write(line),
  env: process.env,
  isInteractive: process.stdin.isTTY === true,
  async ask(question) {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(`${question} `);
    } finally {
      lines.close();
    }
  },
  readInput: () => text(process.stdin),
};

const args = process.argv.slice(2);
const texts = await loadTexts(catalogues, chooseLanguage(args, process.env));
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const { runProgram } = await import('./program.ts');
const code = await runProgram(args, { texts, terminal, version, simulatorEntry: SIMULATOR_ENTRY });
// Whatever still waits (a socket kept alive, a watch for an SSO login) has no business any more.
process.stdout.write('', () => process.exit(code));

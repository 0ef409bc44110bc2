// Runs child processes so that a signal to us ends them, and nested output never mixes with our own stdout.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdout?: 'inherit' | 'stderr', collect?: (text: string) => void, shell?: boolean }} [options]
 *   `collect` is given all that the command says, in place of our own streams.
 * @returns {Promise<number>} exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.collect
        ? ['inherit', 'pipe', 'pipe']
        : ['inherit', options.stdout === 'stderr' ? 2 : 'inherit', 'inherit'],
      shell: options.shell ?? false,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => options.collect?.(text));
    }
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    // npm and shells may die without a word to us: then the child is told in their place.
    const starter = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== starter) child.kill('SIGTERM');
    }, 500);
    watch.unref();
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Where Node keeps what it has compiled, types stripped: what one process has read serves the next hundred. */
export const compileCache = join(root, 'node_modules', '.cache', 'compiled');

/**
 * Environment in which everything of ours runs: Node 24 first on the path, compiled sources kept.
 * @param {string} node24
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(node24) {
  return {
    NODE_COMPILE_CACHE: compileCache,
    ...process.env,
    PATH: `${dirname(node24)}${delimiter}${process.env.PATH ?? ''}`,
  };
}

/** @param {string} path path inside node_modules */
export function toolPath(path) {
  return join(root, 'node_modules', ...path.split('/'));
}

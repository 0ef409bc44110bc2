// Ends with its starter: npm, when killed, may leave its child running, so we watch the processes above us.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} pid @returns {number | null} */
function parentOf(pid) {
  try {
    if (process.platform === 'linux') {
      // The command name may hold spaces and parentheses; the fields after the last one are regular.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
    if (process.platform === 'win32') return null;
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).trim());
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Processes whose end is ours: the direct parent, and under npm also npm above its shell. */
function watched() {
  const parent = process.ppid;
  if (!process.env['npm_execpath']) return [parent];
  const above = parentOf(parent);
  return above && above > 1 ? [parent, above] : [parent];
}

/** @param {() => void} onGone */
export function watchAncestors(onGone) {
  const pids = watched();
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && pids.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, 300);
  timer.unref();
}

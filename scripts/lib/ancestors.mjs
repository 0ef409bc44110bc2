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

/** Whether a process is a shell that was started to run one command (`sh -c "npm start …"`), so that its end is ours. */
function isCommandShell(/** @type {number} */ pid) {
  try {
    const line =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return /^(\S*\/)?\w*sh -c .*npm/.test(line);
  } catch {
    return false;
  }
}

/** Processes whose end is ours: the parent, under npm also npm above its shell and a shell that was started for npm alone. */
function watched() {
  const chain = [process.ppid];
  if (!process.env['npm_execpath'] || process.platform === 'win32') return chain;
  let above = parentOf(process.ppid);
  // Our parent is npm itself, or the shell that npm runs scripts in.
  while (above && above > 1 && chain.length < 4 && (isCommandShell(above) || isCommandShell(chain.at(-1) ?? 0))) {
    chain.push(above);
    above = parentOf(above);
  }
  return chain;
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

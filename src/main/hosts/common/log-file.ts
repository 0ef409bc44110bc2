/** Where log lines go: standard error, and a rotating file beside the data that a user can send with a question. */
import { join } from 'node:path';
import log from 'electron-log/node';

const MAX_BYTES = 2 * 1024 * 1024;

export function createLogWriter(dataRoot: string): (line: string) => void {
  const file = log.create({ logId: 'offerdeck' });
  file.transports.console.level = false;
  file.transports.file.level = 'silly';
  file.transports.file.maxSize = MAX_BYTES;
  file.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms} {z}] {text}';
  file.transports.file.resolvePathFn = () => join(dataRoot, 'logs', 'offerdeck.log');
  return (line) => {
    process.stderr.write(`${line}\n`);
    file.info(line);
  };
}

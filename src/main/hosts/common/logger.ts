/** Log lines for people who look for a fault: standard error, secrets masked. */
import type { Logger } from '../../ports.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

export function createLogger(write: (line: string) => void, mask: (text: string) => string, lowest: Level): Logger {
  const order: Level[] = ['debug', 'info', 'warn', 'error'];
  const at = (level: Level) => (message: string, details?: Record<string, unknown>) => {
    if (order.indexOf(level) < order.indexOf(lowest)) return;
    const rest = details ? ` ${JSON.stringify(details, replaceErrors)}` : '';
    write(mask(`${level} ${message}${rest}`));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function replaceErrors(_key: string, value: unknown): unknown {
  if (value instanceof Error)
    return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  return value;
}

/** Command line options that every host understands. */
import { parseArgs } from 'node:util';

export interface HostOptions {
  readonly practice: boolean;
  readonly open: boolean;
  readonly port: number;
  readonly dataRoot: string | null;
  readonly speed: number;
  readonly json: boolean;
}

/** Throws an Error with one line for the user when an option is unknown or out of range. */
export function parseHostOptions(args: readonly string[]): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      host: { type: 'string' },
      practice: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      speed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a whole number from 0 to 65535, not "${values.port}".`);
  }
  const speed = Number(values.speed);
  if (!Number.isFinite(speed) || speed < 1 || speed > 10_000) {
    throw new Error(`--speed takes a number from 1 to 10000, not "${values.speed}".`);
  }
  return {
    practice: values.practice,
    open: !values['no-open'],
    port,
    dataRoot: values.data ?? null,
    speed,
    json: values.json,
  };
}

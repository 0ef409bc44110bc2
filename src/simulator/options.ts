/** Options of the simulator's command line. */
import { parseArgs } from 'node:util';

export interface CommandLineOptions {
  readonly port: number;
  readonly json: boolean;
  readonly speed: number;
  readonly stateFile: string | null;
  readonly scale: boolean;
  readonly quotas: boolean;
}

export const USAGE =
  'Usage: npm run simulator -- [--port N] [--json] [--speed N] [--state FILE] [--scale] [--quotas]\n' +
  '  --port N      port on 127.0.0.1, 0 = any (default)\n' +
  '  --json        print one line of JSON with the address and the accounts\n' +
  '  --speed N     divide delays and multiply quotas by N\n' +
  '  --state FILE  keep the world in FILE between runs\n' +
  '  --scale       start with 5,000 offers and agreements, 200 products and 20,000 opportunities\n' +
  '  --quotas      refuse calls above the published quotas';

/** Throws one line that says what is wrong. */
export function parseCommandLine(args: readonly string[]): CommandLineOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      speed: { type: 'string', default: '1' },
      state: { type: 'string' },
      scale: { type: 'boolean', default: false },
      quotas: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port takes 0 to 65535, not "${values.port}".`);
  const speed = Number(values.speed);
  if (!Number.isFinite(speed) || speed <= 0) throw new Error(`--speed takes a number above 0, not "${values.speed}".`);
  return {
    port,
    speed,
    json: values.json,
    stateFile: values.state ?? null,
    scale: values.scale,
    quotas: values.quotas,
  };
}

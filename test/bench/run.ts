/**
 * `npm run bench [-- name…] [--speed N] [--count N]`: measures and prints one table a bench. Exit code 1 when a count exceeds its bound.
 * A new bench is one file and one line in the table below.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { authorizationBench } from './authorizations.ts';
import { holds, type Bench } from './bench.ts';
import { agreementBench } from './agreements.ts';
import { firstScreenBench } from './first-screen.ts';
import { keystrokeBench } from './keystroke.ts';
import { largestOfferBench } from './largest-offer.ts';
import { listBench } from './lists.ts';
import { opportunityBench } from './opportunities.ts';
import { syncBench } from './sync.ts';
import { formatTable } from './table.ts';

const BENCHES: readonly Bench[] = [
  syncBench,
  authorizationBench,
  agreementBench,
  opportunityBench,
  listBench,
  largestOfferBench,
  firstScreenBench,
  keystrokeBench,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { speed: { type: 'string', default: '20' }, count: { type: 'string' } },
});
const speed = Number(values.speed);
const count = values.count === undefined ? null : Number(values.count);
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0 || !(speed > 0) || (count !== null && !(count > 0))) {
  process.stderr.write(
    `Usage: npm run bench [-- ${BENCHES.map(({ name }) => `[${name}]`).join(' ')}] [--speed N] [--count N]; not known: ${unknown.join(', ') || values.speed}\n`,
  );
  process.exit(2);
}

process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores; speed ${speed}\n`);
let isWithinBounds = true;
for (const bench of BENCHES) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  const rows = await bench.run({ speed, count });
  // Counts are the same on every machine; times are not, and only shown.
  isWithinBounds &&= rows.filter(({ unit }) => unit !== 'ms').every(holds);
  process.stdout.write(`\n${bench.name}: ${bench.title}\n${formatTable(rows)}\n`);
}
process.exit(isWithinBounds ? 0 : 1);

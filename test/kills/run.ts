/**
 * `npm run test:kills -- [--count N] [--no-journal] [--speed N] [--parallel N]`: kills publishers at every instant of a publication
 * and counts what AWS (the local cloud) then holds. Exit code 0: with the journal neither duplicates nor losses; without it duplicates.
 */
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { formatVerdict, judge } from './verdict.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    'no-journal': { type: 'boolean', default: false },
    speed: { type: 'string', default: '50' },
    parallel: { type: 'string', default: '4' },
  },
});
const journal = !values['no-journal'];
const result = await runCampaign({
  count: toNumber('count', values.count),
  journal,
  speed: toNumber('speed', values.speed),
  parallel: toNumber('parallel', values.parallel),
  onProgress: (line) => process.stderr.isTTY && process.stderr.write(`\r${line}`),
});
const verdict = judge(result);
process.stdout.write(`${journal ? 'With' : 'Without'} the journal: ${formatVerdict(verdict, result)}\n`);
const asExpected = journal
  ? verdict.duplicates.length === 0 && verdict.lost.length === 0 && verdict.broken.length === 0
  : verdict.duplicates.length > 0;
process.exit(asExpected ? 0 : 1);

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  process.stderr.write(`--${name} takes a whole number above 0, not "${text}".\n`);
  process.exit(2);
}

/**
 * `npm run test:bulk -- [--count N] [--speed N] [--faults P] [--no-kill]`: publishes N drafts in three accounts by two processes on one
 * data folder, change sets of 60 service seconds, and counts what the local cloud then holds. With `--invitations N` it accepts N
 * invitations of one account instead, and then assigns their opportunities. Exit code 0: each exactly once.
 */
import { parseArgs } from 'node:util';
import { runBulkCampaign } from './campaign.ts';
import { runDealCampaign } from './deals.ts';
import type { BulkVerdict } from './stage.ts';
import { judgeBulk } from './verdict.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    invitations: { type: 'string' },
    speed: { type: 'string', default: '10' },
    faults: { type: 'string', default: '0.05' },
    'no-kill': { type: 'boolean', default: false },
  },
});
const options = {
  count: Number(values.invitations ?? values.count),
  speed: Number(values.speed),
  faults: Number(values.faults),
  kill: !values['no-kill'],
  onProgress: (line: string) => process.stderr.isTTY && process.stderr.write(`\r${line}`),
};

async function run(): Promise<BulkVerdict[]> {
  if (values.invitations === undefined) return [await runBulkCampaign(options)];
  return Object.values(await runDealCampaign(options));
}

const verdicts = (await run()).map(judgeBulk);
for (const { text } of verdicts) process.stdout.write(`${text} (speed ${values.speed})\n`);
const isGood = verdicts.every(
  ({ missing, twice, others, whole }) => missing.length + twice.length + others.length === 0 && whole,
);
process.exit(isGood ? 0 : 1);

/**
 * `npm run test:bulk -- [--count N] [--speed N] [--faults P] [--no-kill]`: publishes N drafts in three accounts by two processes on one
 * data folder, change sets of 60 service seconds, and counts what the local cloud then holds. Exit code 0: each exactly once.
 */
import { parseArgs } from 'node:util';
import { runBulkCampaign } from './campaign.ts';
import { judgeBulk } from './verdict.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    speed: { type: 'string', default: '10' },
    faults: { type: 'string', default: '0.05' },
    'no-kill': { type: 'boolean', default: false },
  },
});
const verdict = judgeBulk(
  await runBulkCampaign({
    count: Number(values.count),
    speed: Number(values.speed),
    faults: Number(values.faults),
    kill: !values['no-kill'],
    onProgress: (line) => process.stderr.isTTY && process.stderr.write(`\r${line}`),
  }),
);
process.stdout.write(`${verdict.text} (speed ${values.speed})\n`);
process.exit(verdict.missing.length + verdict.twice.length + verdict.others.length === 0 && verdict.whole ? 0 : 1);

/** `npm run test:agreement -- --count 3000 [--seed N]`: preflight against the simulator, and each valid draft there and back. */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { generateCases, type AgreementCase } from './cases.ts';
import { judge, type Judgement } from './judge.ts';
import { KNOWN_DISAGREEMENTS } from './known-disagreements.ts';
import { LISTED, weighOpportunities } from './opportunities.ts';
import { roundTrip } from './round-trip.ts';
import { describeJudgement, weigh } from './weigh.ts';

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = wholeNumber('count', values.count ?? '3000');
const seed = wholeNumber('seed', values.seed ?? String(Math.floor(Math.random() * 2 ** 31)));
const started = performance.now();

const judgements: Judgement[] = [];
let changedOnTheWay = 0;
for (const subject of generateCases(count, seed)) {
  judgements.push(await judge(subject));
  if (subject.rule === null && !(await comesBackAsSent(subject))) changedOnTheWay += 1;
}
const { unlisted, gone } = weigh(judgements, KNOWN_DISAGREEMENTS);
printCounts();
for (const { rule, simulator, reason } of KNOWN_DISAGREEMENTS) {
  console.log(`listed disagreement: ${rule} (simulator: ${simulator}). ${reason}`);
}
for (const judgement of unlisted) console.log(`NOT LISTED: ${describeJudgement(judgement)}`);
for (const { rule } of gone) console.log(`LISTED, BUT NO LONGER SO: ${rule}`);
printSum();
const partedOpportunities = printOpportunities();
process.exitCode = unlisted.length + gone.length + changedOnTheWay + partedOpportunities > 0 ? 1 : 0;

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  console.error(`--${option} must be a whole number, not "${text}".`);
  process.exit(2);
}

async function comesBackAsSent({ draft, product, context, kind }: AgreementCase): Promise<boolean> {
  if (!product) return false;
  const { sent, again } = await roundTrip({ draft, product, today: context.today });
  const same = isDeepStrictEqual(again, sent);
  if (!same) console.log(`NOT AS SENT (${kind}):\n${JSON.stringify(sent)}\n${JSON.stringify(again)}`);
  return same;
}

function printCounts(): void {
  const groups = Map.groupBy(judgements, ({ case: { kind, rule } }) => rule ?? `valid ${kind}`);
  console.log(`${'drafts'.padEnd(44)}number  stopped by preflight  refused by the simulator  agree`);
  for (const [name, group] of groups) {
    const stopped = group.filter(({ blocking }) => blocking.length > 0).length;
    const refused = group.filter(({ simulator }) => simulator === 'refuses').length;
    const agreeing = group.filter(({ agree }) => agree).length;
    const cells = [
      [group.length, 6],
      [stopped, 22],
      [refused, 26],
      [agreeing, 7],
    ] as const;
    console.log(name.padEnd(44) + cells.map(([value, width]) => String(value).padStart(width)).join(''));
  }
}

function printSum(): void {
  const valid = judgements.filter(({ case: { rule } }) => rule === null).length;
  const parted = judgements.filter(({ agree }) => !agree).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${judgements.length} drafts (${valid} valid, ${judgements.length - valid} broken), seed ${seed}: ` +
      `${judgements.length - parted} agree, ${parted - unlisted.length} disagree as listed (${KNOWN_DISAGREEMENTS.length} entries), ` +
      `${unlisted.length} not listed, ${gone.length} listed for nothing; ${valid - changedOnTheWay} of ${valid} came back as sent; ${seconds} s`,
  );
}

/** Opportunities, by rules of their own; answers how many part without being listed. */
function printOpportunities(): number {
  const { judgements, unlisted: parted } = weighOpportunities(count, seed);
  const disagreeing = judgements.filter(({ app, simulator }) => app !== simulator).length;
  for (const { what, reason } of LISTED) console.log(`listed disagreement about opportunities: ${what}. ${reason}`);
  for (const { app, simulator, because } of parted) {
    console.log(
      `NOT LISTED: an opportunity is ${app} by the app, ${simulator} by the simulator (${because.join(', ')})`,
    );
  }
  console.log(
    `${judgements.length} opportunities, seed ${seed}: ${judgements.length - disagreeing} agree, ` +
      `${disagreeing - parted.length} disagree as listed (${LISTED.length} entries), ${parted.length} not listed`,
  );
  return parted.length;
}

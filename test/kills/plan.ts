/** Which publications a campaign runs and where each is killed. */
import { JOURNAL_POINTS, type JournalPoint } from '../../src/main/ports.ts';

/** A named instant, or some instant of the outside's choosing. */
export type Kill = JournalPoint | 'random';

export interface Intent {
  readonly number: number;
  /** One after the other, each in the process started after the one before. */
  readonly kills: readonly Kill[];
  readonly processes: 1 | 2;
  readonly eula: boolean;
  readonly tokens: 'remembered' | 'forgotten';
}

/** Points that a publisher without a journal passes too. */
const NAIVE_POINTS: readonly JournalPoint[] = ['intended', 'sending', 'answered', 'sent', 'succeeded', 'verified'];

export interface PlanOptions {
  /** Kills in all. */
  readonly count: number;
  readonly journal: boolean;
}

/** Each point at least this often, as far as the count allows. */
const AT_EACH_POINT = 15;

export function planIntents(options: PlanOptions): Intent[] {
  const { count, journal } = options;
  const chains: Kill[][] = [];
  for (let round = 0; round < roundsOf(options); round += 1) {
    for (const point of pointsOf(options)) {
      // On the way to `looked`.
      if (point !== 'sending' || !journal) chains.push(chainTo(point));
    }
  }
  return spread(chains, count).map((kills, index) => toIntent(kills, index + 1, journal));
}

function pointsOf({ journal }: PlanOptions): readonly JournalPoint[] {
  return journal ? JOURNAL_POINTS : NAIVE_POINTS;
}

/** How often each point is to be met. */
function roundsOf(options: PlanOptions): number {
  return Math.min(AT_EACH_POINT, Math.max(1, Math.floor((options.count * 0.8) / pointsOf(options).length)));
}

/** A look that finds nothing needs a send that never left: killed there first. */
function chainTo(point: JournalPoint): Kill[] {
  return point === 'looked' ? ['sending', 'looked'] : [point];
}

/**
 * One more publication for kills that hit nothing (the answer was lost on the way, or all was over): at the point that was met the
 * least against the plan, else at a random instant. null when there is nothing to make up for.
 */
export function makeUpFor(kills: readonly Kill[], number: number, options: PlanOptions): Intent | null {
  const wanted = roundsOf(options);
  const short = pointsOf(options).find((point) => kills.filter((kill) => kill === point).length < wanted);
  if (short) return toIntent(chainTo(short), number, options.journal);
  return kills.length < options.count ? toIntent(['random'], number, options.journal) : null;
}

/** Cuts the named kills to the count, and adds random ones until it is reached: a second kill for some, then kills of their own. */
function spread(chains: readonly Kill[][], count: number): Kill[][] {
  const result: Kill[][] = [];
  let planned = 0;
  for (const chain of chains) {
    if (planned + chain.length > count) continue;
    result.push([...chain]);
    planned += chain.length;
  }
  for (const chain of result) {
    // After the last point nothing is left to be killed.
    if (planned >= count || chain.at(-1) === 'verified') continue;
    chain.push('random');
    planned += 1;
  }
  for (; planned < count; planned += 1) result.push(['random']);
  return result;
}

/** Every combination of processes, EULA and tokens comes round, independently of the point that is killed at. */
function toIntent(kills: readonly Kill[], number: number, journal: boolean): Intent {
  const mix = Math.floor(number / 2) + number;
  return {
    number,
    kills,
    // Two publishers without a journal would publish twice without any kill.
    processes: journal && mix % 2 === 1 ? 2 : 1,
    eula: journal && (kills.includes('eula-uploaded') || Math.floor(mix / 2) % 2 === 0),
    tokens: Math.floor(mix / 4) % 2 === 0 ? 'forgotten' : 'remembered',
  };
}

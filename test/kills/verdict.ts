/** What a campaign has shown, as numbers and as text. */
import { JOURNAL_POINTS } from '../../src/main/ports.ts';
import type { CampaignResult, IntentResult } from './campaign.ts';
import type { Kill } from './plan.ts';

export interface Verdict {
  readonly kills: number;
  /** Publications with more than one offer at the cloud. */
  readonly duplicates: readonly IntentResult[];
  /** Publications without an offer, or that never came to an end, or whose offer is not what was meant. */
  readonly lost: readonly IntentResult[];
  readonly broken: readonly string[];
  readonly byPoint: ReadonlyMap<Kill, number>;
}

export function judge({ results }: CampaignResult): Verdict {
  const byPoint = new Map<Kill, number>([...JOURNAL_POINTS, 'random' as const].map((point) => [point, 0]));
  for (const kill of results.flatMap(({ kills }) => kills)) byPoint.set(kill, (byPoint.get(kill) ?? 0) + 1);
  return {
    kills: results.reduce((sum, { kills }) => sum + kills.length, 0),
    duplicates: results.filter(({ offers }) => offers > 1),
    lost: results.filter(
      ({ offers, settled }) => offers === 0 || settled?.state !== 'verified' || settled.differences > 0,
    ),
    broken: results.flatMap(({ broken }) => broken),
    byPoint,
  };
}

export function formatVerdict(verdict: Verdict, result: CampaignResult): string {
  const { results, milliseconds } = result;
  const count = (accept: (one: IntentResult) => boolean) => results.filter(accept).length;
  const widest = Math.max(...verdict.byPoint.values(), 1);
  const histogram = [...verdict.byPoint].map(
    ([point, number]) =>
      `  ${point.padEnd(14)} ${String(number).padStart(4)}  ${'#'.repeat(Math.ceil((number / widest) * 40))}`,
  );
  return [
    `${verdict.kills} kills over ${results.length} publications in ${Math.round(milliseconds / 1000)} s`,
    ...histogram,
    `  one process ${count(({ intent }) => intent.processes === 1)}, two ${count(({ intent }) => intent.processes === 2)}; ` +
      `with EULA ${count(({ intent }) => intent.eula)}, without ${count(({ intent }) => !intent.eula)}; ` +
      `tokens remembered ${count(({ intent }) => intent.tokens === 'remembered')}, forgotten ${count(({ intent }) => intent.tokens === 'forgotten')}`,
    `duplicates: ${verdict.duplicates.length}${namesOf(verdict.duplicates)}`,
    `lost: ${verdict.lost.length}${namesOf(verdict.lost)}`,
    ...(verdict.broken.length > 0
      ? [`publishers that ended by themselves: ${verdict.broken.length}`, ...verdict.broken]
      : []),
  ].join('\n');
}

function namesOf(results: readonly IntentResult[]): string {
  if (results.length === 0) return '';
  const names = results.map(
    ({ intent, kills, offers, settled }) =>
      `${intent.number} (${kills.join(', ') || 'no kill'}; ${offers} offers; ${settled?.state ?? 'not settled'})`,
  );
  return `: ${names.join(', ')}`;
}

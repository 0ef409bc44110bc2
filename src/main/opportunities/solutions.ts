/** The partner's solutions at Partner Central, read to the last page and kept for a while: found by their friendly names. */
import { ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import type { Solution } from '../../shared/contract/opportunity-offerings.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { sendForWire } from '../aws/wire.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { placeOf, type PlaceSource } from './places.ts';
import { textAt } from './readings.ts';
import type { Place } from './store.ts';

/** The largest page that AWS gives. */
const PAGE_SIZE = 100;
/** Solutions change seldom, and asking again is a button away. */
const LASTS_MS = 60 * 60 * 1000;

interface SolutionDependencies {
  readonly aws: Pick<AwsAccess, 'selling'>;
  readonly accounts: Pick<PlaceSource, 'getSettings'>;
  readonly clock: Pick<Clock, 'now'>;
}

interface Held {
  readonly at: number;
  readonly solutions: Promise<readonly Solution[]>;
}

export function createSolutions(deps: SolutionDependencies): Pick<Handlers, 'opportunities.solutions'> {
  const held = new Map<string, Held>();

  /** One reading for all who ask meanwhile; it is nobody's to cancel. A failed one is forgotten. */
  function read(place: Place, refresh: boolean): Promise<readonly Solution[]> {
    const key = `${place.account} ${place.catalog}`;
    const now = deps.clock.now();
    const known = held.get(key);
    if (known && !refresh && now - known.at < LASTS_MS) return known.solutions;
    const solutions = readAll(deps.aws, place);
    const entry = { at: now, solutions };
    held.set(key, entry);
    solutions.catch(() => {
      if (held.get(key) === entry) held.delete(key);
    });
    return solutions;
  }

  return {
    async 'opportunities.solutions'({ account, text, inMarketplace, refresh, pageSize }) {
      const all = await read(placeOf(deps.accounts, account), refresh);
      const solutions = inMarketplace ? all.filter(({ marketplaceArn }) => marketplaceArn !== null) : all;
      const wanted = foldText(text);
      const found = solutions.filter(({ id, name, category }) =>
        foldText([name, id, category].join('\n')).includes(wanted),
      );
      return { items: found.slice(0, pageSize), total: found.length, known: solutions.length };
    },
  };
}

async function readAll(aws: Pick<AwsAccess, 'selling'>, { account, catalog }: Place): Promise<readonly Solution[]> {
  const options: CallOptions = { priority: 'user' };
  const found: Solution[] = [];
  let token: string | undefined;
  do {
    const command = new ListSolutionsCommand({
      Catalog: catalog,
      MaxResults: PAGE_SIZE,
      // AWS takes no other.
      Status: ['Active'],
      Sort: { SortBy: 'Name', SortOrder: 'ASCENDING' },
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const answer = await sendForWire(aws.selling(account), command, options);
    const entries = answer['SolutionSummaries'];
    if (!Array.isArray(entries)) fail('malformed-answer', { params: { field: 'SolutionSummaries' } });
    found.push(...entries.map(toSolution).filter(({ id }) => id !== ''));
    const next = answer['NextToken'];
    // A token that leads to itself would never end.
    if (token !== undefined && next === token) fail('malformed-answer', { params: { field: 'NextToken' } });
    token = typeof next === 'string' && next !== '' ? next : undefined;
  } while (token !== undefined);
  return found;
}

function toSolution(entry: unknown): Solution {
  return {
    id: textAt(entry, 'Id'),
    name: textAt(entry, 'Name'),
    category: textAt(entry, 'Category'),
    marketplaceArn: textAt(entry, 'AwsMarketplaceSolutionArn') || null,
  };
}

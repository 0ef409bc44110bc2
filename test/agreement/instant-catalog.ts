/** The simulated catalog without HTTP, where a change set ends as soon as it was started. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeSetRequest } from '../../src/shared/domain/offer/change-set.ts';
import { createCatalogService } from '../../src/simulator/catalog/index.ts';
import type { Entity } from '../../src/simulator/catalog/model.ts';
import { ServiceError, type SimulatorClock } from '../../src/simulator/types.ts';
import { makePdf } from '../support/pdf.ts';

export const EULA_URL = 'https://sample-eulas.s3.us-east-1.amazonaws.com/eula.pdf';

/** What became of a request: the offer, or the words of the refusal. */
export type Outcome =
  { readonly accepted: true; readonly offerId: string } | { readonly accepted: false; readonly refusal: string };

export interface InstantCatalog {
  send(request: ChangeSetRequest): Promise<Outcome>;
  /** `DetailsDocument` and revision. */
  describe(entityId: string): Promise<{ readonly document: unknown; readonly revision: string }>;
}

interface EndedChangeSet {
  readonly Status: string;
  readonly FailureCode: string | null;
  readonly FailureDescription: string | null;
  readonly ChangeSet: readonly {
    readonly ChangeType: string;
    readonly Entity: { readonly Identifier: string | null };
    readonly ErrorDetailList: readonly { readonly ErrorCode: string; readonly ErrorMessage: string }[];
  }[];
}

export interface InstantCatalogOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly owner: string;
  readonly entities: readonly Entity[];
}

export function createInstantCatalog({ today, owner, entities }: InstantCatalogOptions): InstantCatalog {
  let counter = 0;
  const randomId = (length: number) => (++counter).toString(36).padStart(length, 'x');
  const service = createCatalogService({
    clock: instantClock(Date.parse(`${today}T12:00:00Z`)),
    randomId,
    emit: () => undefined,
    rehost: (path) => `http://127.0.0.1:1/${path}`,
    fetchDocument: async (url) =>
      url === EULA_URL
        ? { ok: true, contentType: 'application/pdf', bytes: makePdf() }
        : { ok: false, reason: 'NoSuchKey' },
    seed: { entities, agreements: [], sellers: [sellerProfile(owner)] },
  });
  const caller = { accountId: owner, arn: `arn:aws:iam::${owner}:user/test`, accessKeyId: 'AKIATEST' };
  const call = (operation: string, input: object) =>
    service.handle(operation, { Catalog: 'AWSMarketplace', ...input }, caller);

  const ended = async (ChangeSetId: unknown): Promise<EndedChangeSet> => {
    for (;;) {
      await nextTurn();
      const state = (await call('DescribeChangeSet', { ChangeSetId })) as unknown as EndedChangeSet;
      if (!['PREPARING', 'APPLYING'].includes(state.Status)) return state;
    }
  };
  return {
    async send(request) {
      try {
        const { ChangeSetId } = await call('StartChangeSet', request);
        return outcomeOf(await ended(ChangeSetId));
      } catch (error) {
        if (error instanceof ServiceError) return { accepted: false, refusal: `${error.code}: ${error.message}` };
        throw error;
      }
    },
    async describe(EntityId) {
      const answer = await call('DescribeEntity', { EntityId });
      return {
        document: answer['DetailsDocument'],
        revision: String(answer['EntityIdentifier']).split('@')[1] ?? '',
      };
    },
  };
}

function outcomeOf(changeSet: EndedChangeSet): Outcome {
  const { Status, FailureCode, FailureDescription, ChangeSet } = changeSet;
  if (FailureCode === 'SERVER_FAULT') throw new Error(`the simulator broke down: ${FailureDescription}`);
  const offerId = ChangeSet[0]?.Entity.Identifier?.split('@')[0];
  if (Status === 'SUCCEEDED' && offerId !== undefined) return { accepted: true, offerId };
  const errors = ChangeSet.flatMap(({ ChangeType, ErrorDetailList }) =>
    ErrorDetailList.map(({ ErrorCode, ErrorMessage }) => `${ChangeType} ${ErrorCode}: ${ErrorMessage}`),
  );
  return { accepted: false, refusal: [Status, ...errors].join('; ') };
}

function sellerProfile(accountId: string) {
  return {
    accountId,
    legalName: 'Sample Seller',
    verified: true,
    channelPartner: false,
    disbursementCurrencies: ['USD', 'AUD', 'EUR', 'GBP', 'JPY'],
  };
}

/** Time stands still, and whatever is due later happens next. */
function instantClock(now: number): SimulatorClock {
  return {
    now: () => now,
    realNow: () => now,
    after(_ms, callback) {
      const handle = setImmediate(callback);
      return () => clearImmediate(handle);
    },
  };
}

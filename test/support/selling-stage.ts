/** The simulated Selling service without a network, over a small world and a clock that a test moves. */
import type { RelatedEntityType } from '@aws-sdk/client-partnercentral-selling';
import type { MarketplaceEntity } from '../../src/simulator/selling/marketplace.ts';
import { createSellingService, type SellingService } from '../../src/simulator/selling/index.ts';
import type { SolutionRecord } from '../../src/simulator/selling/model.ts';
import { NO_COLLABORATION } from '../../src/simulator/selling/model-engagement.ts';
import { ServiceError, type SimulatedEvent } from '../../src/simulator/types.ts';
import { createStageClock, LANTERNFISH, type CatalogStage } from './catalog-stage.ts';

export type Json = Record<string, unknown>;

export const OWN_OFFER = `arn:aws:aws-marketplace:us-east-1:${LANTERNFISH}:AWSMarketplace/Offer/offer-own`;

export interface SellingStage {
  readonly service: SellingService;
  readonly clock: CatalogStage['clock'];
  readonly events: SimulatedEvent[];
  ask(operation: string, input?: Json, accountId?: string): Promise<Json>;
  /** `FIELD CODE` of each issue, or the code of another refusal; null when nothing was refused. */
  refusal(operation: string, input?: Json, accountId?: string): Promise<string[] | string | null>;
  created(input: Json): Promise<Json>;
  get(id: unknown, catalog?: string): Promise<Json>;
  relate(id: unknown, type: RelatedEntityType, entity: string): Promise<Json>;
}

export function createSellingStage(entities: readonly MarketplaceEntity[] = []): SellingStage {
  const clock = createStageClock(Date.parse('2026-11-21T10:00:00Z'));
  const events: SimulatedEvent[] = [];
  let counter = 0;
  const service = createSellingService({
    clock,
    emit: (event) => events.push(event),
    randomId: (length) => (++counter).toString(36).padStart(length, 'y').slice(-length),
    marketplace: { entity: (id) => entities.find((entity) => entity.id === id) },
    seed: {
      opportunities: [],
      solutions: [solution('S-1', 'Active'), solution('S-2', 'Inactive'), solution('S-1234567', 'Active', 'Sandbox')],
      tags: [],
      tokens: {},
      lastNumber: 20_000_000,
      collaboration: NO_COLLABORATION,
    },
  });
  service.controls.taskMs = 0;
  const ask = (operation: string, input: Json = {}, accountId = LANTERNFISH) =>
    service.handle(
      operation,
      { Catalog: 'AWS', ...input },
      { accountId, arn: `arn:aws:iam::${accountId}:user/test`, accessKeyId: 'AKIATEST' },
    );
  const get = (Identifier: unknown, Catalog = 'AWS') => ask('GetOpportunity', { Catalog, Identifier });
  return {
    service,
    clock,
    events,
    ask,
    get,
    async refusal(operation, input, accountId) {
      try {
        await ask(operation, input, accountId);
        return null;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        const issues = error.members['ErrorList'] as { FieldName: string; Code: string }[] | undefined;
        return issues?.map(({ FieldName, Code }) => `${FieldName} ${Code}`) ?? error.code;
      }
    },
    async created(input) {
      const { Id } = await ask('CreateOpportunity', input);
      return get(Id, String(input['Catalog'] ?? 'AWS'));
    },
    relate: (OpportunityIdentifier, RelatedEntityType, RelatedEntityIdentifier) =>
      ask('AssociateOpportunity', { OpportunityIdentifier, RelatedEntityType, RelatedEntityIdentifier }),
  };
}

function solution(
  id: string,
  status: SolutionRecord['status'],
  catalog: SolutionRecord['catalog'] = 'AWS',
): SolutionRecord {
  const category = 'Software Product';
  return {
    id,
    status,
    catalog,
    category,
    owner: LANTERNFISH,
    name: id,
    createdAt: '2026-01-01T00:00:00Z',
    marketplaceArn: null,
  };
}

/** A copy with one member changed, by its path; undefined takes the member away. */
export function changed(input: object, path: string, value: unknown): Json {
  const [name = '', ...rest] = path.split('.');
  const before = input as Json;
  const inner = rest.length === 0 ? value : changed((before[name] ?? {}) as object, rest.join('.'), value);
  const copy: Json = { ...before, [name]: inner };
  if (inner === undefined) delete copy[name];
  return copy;
}

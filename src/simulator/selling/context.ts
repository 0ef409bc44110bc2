/** What an operation of the Selling service gets to work with. */
import type { Caller, ServiceDependencies } from '../types.ts';
import type { Agenda } from './agenda.ts';
import type { CollaborationStore } from './collaboration-store.ts';
import type { SellingControls } from './controls.ts';
import { notFound } from './errors.ts';
import type { MarketplaceView } from './marketplace.ts';
import type { Catalog, OpportunityRecord } from './model.ts';
import type { PartnerProfile } from './partners.ts';
import type { SellingStore } from './store.ts';

export interface SellingContext {
  readonly deps: Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'>;
  readonly store: SellingStore;
  readonly shared: CollaborationStore;
  readonly marketplace: MarketplaceView;
  readonly controls: SellingControls;
  readonly agenda: Agenda;
}

export type Input = Readonly<Record<string, unknown>>;

/** A request that fits its format, by a partner, for one catalog. */
export interface Asked {
  readonly input: Input;
  readonly caller: Caller;
  readonly partner: PartnerProfile;
  readonly catalog: Catalog;
}

export type Operation = (asked: Asked, context: SellingContext) => Record<string, unknown>;

export function opportunityOf(id: unknown, { partner, catalog }: Asked, { store }: SellingContext): OpportunityRecord {
  const record = store.opportunities({ owner: partner.accountId, catalog }).get(String(id));
  if (record) return record;
  throw notFound(String(id));
}

/** The last part of an ARN, or the id itself. */
export function idOf(arnOrId: unknown): string {
  return String(arnOrId).split('/').at(-1) ?? '';
}

/** ISO instant to the millisecond. */
export function nowOf({ deps }: Pick<SellingContext, 'deps'>): string {
  return new Date(deps.clock.now()).toISOString();
}

/** Engagements carry nanoseconds, which no JavaScript date holds. */
export function nanosOf(context: Pick<SellingContext, 'deps'>): string {
  const below = [...context.deps.randomId(6)].map((letter) => letter.charCodeAt(0) % 10).join('');
  return `${nowOf(context).slice(0, -1)}${below}Z`;
}

/** Strictly later than before, however fast two changes follow each other. */
export function laterThan(previous: string, context: Pick<SellingContext, 'deps'>): string {
  const now = context.deps.clock.now();
  return new Date(Math.max(now, Date.parse(previous) + 1)).toISOString();
}

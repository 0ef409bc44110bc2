/** The Partner Central Selling service of the local cloud: opportunities as their partner sees them, one catalog at a time. */
import { ServiceError, type Caller, type ServiceDependencies, type SimulatedService } from '../types.ts';
import { Agenda } from './agenda.ts';
import { editByHand, referByHand, referLeadByHand, reviewByHand } from './by-hand.ts';
import type { EditByHand, ReferralOrder, ReviewByHand } from './by-hand.ts';
import { once } from './client-tokens.ts';
import { CollaborationStore } from './collaboration-store.ts';
import type { Asked, SellingContext } from './context.ts';
import { SellingControls } from './controls.ts';
import { accessDenied, formatRefusal } from './errors.ts';
import { expire } from './invitations.ts';
import type { MarketplaceView } from './marketplace.ts';
import type { Catalog, OpportunityRecord, SellingState } from './model.ts';
import type { CollaborationState, InvitationRecord } from './model-engagement.ts';
import { endProspecting } from './operations/prospecting.ts';
import { OPERATIONS, type OperationSpec } from './operations/table.ts';
import { partnerOf } from './partners.ts';
import type { LeadReferral } from './referrals.ts';
import { moveReview } from './review.ts';
import type { Issue } from './shapes/shape.ts';
import { SellingStore } from './store.ts';
import { runTask } from './tasks/run.ts';

export interface SellingWorld extends SellingState {
  readonly collaboration: CollaborationState;
}

export interface SellingDependencies extends Pick<ServiceDependencies, 'clock' | 'emit' | 'randomId'> {
  readonly marketplace: MarketplaceView;
  /** Opportunities of the world at the start. */
  readonly seed: SellingWorld;
}

export interface SellingService extends Pick<SimulatedService, 'handle' | 'save' | 'load'> {
  readonly controls: SellingControls;
  forgetTokens(accountId: string): void;
  review(order: ReviewByHand): OpportunityRecord;
  refer(order: ReferralOrder): InvitationRecord[];
  referLead(order: LeadReferral): InvitationRecord;
  edit(order: EditByHand): OpportunityRecord;
  stop(): void;
}

export function createSellingService({ marketplace, seed, ...deps }: SellingDependencies): SellingService {
  const store = new SellingStore(seed);
  const shared = new CollaborationStore();
  shared.load(seed.collaboration);
  const controls = new SellingControls();
  const agenda = new Agenda(deps.clock, shared, {
    task: (id) => runTask(id, context),
    review: (id) => moveReview(id, context),
    expiry: (id) => expire(id, context),
    prospecting: (id) => endProspecting(id, context),
  });
  const context: SellingContext = { deps, store, shared, marketplace, controls, agenda };
  agenda.resume();
  return {
    controls,
    handle: async (operation, input, caller) => handle(operation, { input, caller }, context),
    save: (): SellingWorld => ({ ...store.save(), collaboration: shared.save() }),
    load(state) {
      const saved = state as SellingWorld;
      store.load(saved);
      shared.load(saved.collaboration);
      agenda.resume();
    },
    forgetTokens(accountId) {
      for (const key of store.tokens.keys()) if (key.startsWith(`${accountId} `)) store.tokens.delete(key);
    },
    review: (order) => reviewByHand(order, context),
    refer: (order) => referByHand(order, context),
    referLead: (order) => referLeadByHand(order, context),
    edit: (order) => editByHand(order, context),
    stop: () => agenda.stop(),
  };
}

interface Raw {
  readonly input: Record<string, unknown>;
  readonly caller: Caller;
}

function handle(name: string, raw: Raw, context: SellingContext): Record<string, unknown> {
  const spec = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!spec) throw new ServiceError('UnknownOperationException', 404, `There is no operation ${name}.`);
  const asked = read(spec, raw);
  if (spec.isTokened !== true) return spec.run(asked, context);
  const { answer, isRepeat } = once(name, asked, context, () => spec.run(asked, context));
  return isRepeat && spec.repeat ? spec.repeat(answer, context) : { ...answer };
}

/** Access first, then the format with all of its issues at once. */
function read(spec: OperationSpec, { input: raw, caller }: Raw): Asked {
  const partner = partnerOf(caller.accountId);
  if (!partner) {
    throw accessDenied(`Account ${caller.accountId} is not linked to an AWS Partner Central account.`);
  }
  const issues: Issue[] = [];
  const input = spec.request.read(raw, '', issues) as Record<string, unknown>;
  // What is about a resource names the catalog inside of its ARN.
  const catalog = input['Catalog'] ?? String(input['ResourceArn'] ?? '').split('/')[1];
  if (issues.length === 0 && catalog !== 'AWS' && catalog !== 'Sandbox') {
    issues.push({ field: 'catalog', code: 'INVALID_VALUE', message: 'catalog must be AWS or Sandbox.' });
  }
  if (issues.length > 0) throw formatRefusal(issues);
  return { input, caller, partner, catalog: catalog as Catalog };
}

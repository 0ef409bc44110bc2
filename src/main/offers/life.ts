/**
 * What is done with offers that stand at AWS: planned (what would be sent, and what the rules say) and begun (journalled and sent).
 * Both are callable for one offer or, by a bulk run, for many.
 */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { OfferPlanReport } from '../../shared/contract/offers.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { CHANGE_OF_ACTION, type OfferAction } from '../../shared/domain/offer/life/action.ts';
import { isInTheWay, planOfferAction, type OfferPlan } from '../../shared/domain/offer/life/plan.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import type { EntityChange } from '../changes/intent.ts';
import type { ChangeSetWish } from '../changes/writes.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource, OfferEntity, OfferSource, ProductSource } from '../sources.ts';
import { OFFER_DOCUMENT } from './entity-kind.ts';

export interface OfferLifeDependencies {
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly changes: Pick<Changes, 'begin' | 'preview'>;
  readonly aws: Pick<AwsAccess, 'confirmIdentity'>;
  readonly clock: Clock;
  /** Puts a draft read from AWS on the authorization or the agreement that it was made from. */
  adopt(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

export interface ActionRef {
  readonly account: string;
  readonly offerId: string;
  readonly action: OfferAction;
}

export interface BeginAction extends ActionRef {
  readonly confirmedAccountId: string;
  readonly acknowledgedWarnings: readonly string[];
  /** The revision that the person saw; null where nobody has looked at this one (a bulk run by its own plan). */
  readonly revision: string | null;
  readonly bulkId?: string | null;
  /** Runs in the transaction that writes the journal's row. */
  readonly check?: () => void;
}

export interface OfferLife {
  readonly handlers: Pick<Handlers, 'offers.plan' | 'offers.change'>;
  /** `fresh`: as AWS describes it now; else from this machine's copy, without a call, and `not-found` where there is none. */
  plan(ref: ActionRef, options: { readonly fresh: boolean; readonly signal: AbortSignal }): Promise<OfferPlanReport>;
  /** Reads the offer, asks the rules again, and hands what is meant to the journal. */
  begin(wish: BeginAction, signal: AbortSignal): Promise<Change>;
}

export function createOfferLife(deps: OfferLifeDependencies): OfferLife {
  const { accounts, products, offers, changes, aws, clock } = deps;

  /** `signal`: AWS may be asked what a draft there was made from, which its rules stand on. */
  async function planFor(
    { account, action }: ActionRef,
    entity: OfferEntity,
    signal: AbortSignal | null,
  ): Promise<OfferPlan> {
    const settings = accounts.getSettings(account);
    const productId = productIdOf(entity.document);
    // A plan lies readable in the journal and on screen: no signed address may be in it.
    const offer = { ...entity, document: maskSignedAddresses(entity.document) };
    const product = productId === null ? null : products.find(account, productId);
    const held = parseOffer(offer.document, offer.revision, product);
    const isDraft = held.target?.state === 'Draft';
    return planOfferAction(action, offer, {
      today: new Date(clock.now()).toISOString().slice(0, 10),
      sellerAccountId: settings.awsAccountId,
      eulaBucketConfigured: settings.eulaBucket !== null,
      product,
      adopted: isDraft && signal ? await deps.adopt(account, held, signal) : held,
    });
  }

  function toReport(ref: ActionRef, plan: OfferPlan, entity: OfferEntity): OfferPlanReport {
    const { account, offerId } = ref;
    return {
      account,
      awsAccountId: accounts.getSettings(account).awsAccountId,
      offerId,
      action: plan.action,
      name: plan.held.name,
      productTitle: plan.held.product?.title ?? null,
      buyers: [...plan.held.buyers],
      state: plan.state,
      revision: entity.revision,
      availabilityEndDate: plan.held.availabilityEndDate || null,
      values: [...plan.values],
      findings: [...plan.findings],
      suggestedDuration: plan.suggestedDuration,
      request: plan.changes.length === 0 ? '' : changes.preview(toWish(ref, plan, entity)),
    };
  }

  function read({ account, offerId }: ActionRef, fresh: boolean, signal: AbortSignal): Promise<OfferEntity> {
    accounts.getSettings(account);
    if (fresh) return offers.read(account, offerId, signal);
    return Promise.resolve(offers.find(account, offerId) ?? fail('not-found', { params: { name: offerId } }));
  }

  async function plan(ref: ActionRef, { fresh, signal }: { fresh: boolean; signal: AbortSignal }) {
    const entity = await read(ref, fresh, signal);
    return toReport(ref, await planFor(ref, entity, fresh ? signal : null), entity);
  }

  async function begin(wish: BeginAction, signal: AbortSignal): Promise<Change> {
    const { account, confirmedAccountId } = wish;
    // Before the copy takes anything in: these may be somebody else's credentials.
    await aws.confirmIdentity(account, { priority: 'user', signal });
    const entity = await read(wish, true, signal);
    const planned = await planFor(wish, entity, signal);
    if (wish.revision !== null && wish.revision !== entity.revision) {
      fail('entity-changed', { params: { name: planned.held.name || wish.offerId }, action: { kind: 'reload' } });
    }
    refuseFindings(planned, wish.acknowledgedWarnings);
    return changes.begin(toWish(wish, planned, entity, wish.bulkId ?? null), {
      confirmedAccountId,
      signal,
      ...(wish.check ? { check: wish.check } : {}),
    });
  }

  return {
    plan,
    begin,
    handlers: {
      'offers.plan': (input: ParsedInput<'offers.plan'>, { signal }) => plan(input, { fresh: true, signal }),
      'offers.change': async (input: ParsedInput<'offers.change'>, { signal }) => ({
        change: await begin(input, signal),
      }),
    },
  };
}

function toWish(
  { account, offerId }: ActionRef,
  plan: OfferPlan,
  { document }: OfferEntity,
  bulkId: string | null = null,
): ChangeSetWish {
  return {
    account,
    kind: CHANGE_OF_ACTION[plan.action.kind],
    title: plan.held.name || offerId,
    entityType: 'Offer',
    entityId: offerId,
    productId: productIdOf(document),
    before: maskSignedAddresses(document),
    // For a release there is nothing to compare but the state.
    document: plan.action.kind === 'release' ? null : { kind: OFFER_DOCUMENT, value: plan.meant },
    changes: plan.changes as readonly EntityChange[],
    bulkId,
  };
}

function refuseFindings({ findings, changes, held }: OfferPlan, acknowledged: readonly string[]): void {
  const open = findings.filter((finding) => isInTheWay(finding, acknowledged));
  if (open.length > 0) {
    fail('preflight-failed', {
      params: { count: open.length },
      fields: open.map(({ path, messageKey, params }) => ({ path, messageKey, params })),
    });
  }
  if (changes.length === 0) fail('nothing-to-send', { params: { name: held.name } });
}

function productIdOf(document: unknown): string | null {
  const id = (document as { ProductId?: unknown } | null)?.ProductId;
  return typeof id === 'string' ? id : null;
}

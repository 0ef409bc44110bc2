/** Asks preflight and the simulator about the same draft. */
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { isBlocking, preflight } from '../../src/shared/domain/offer/preflight/index.ts';
import { isPublicOffer } from '../../src/shared/domain/offer/public-offer.ts';
import { parseOffer } from '../../src/shared/domain/offer/parse.ts';
import { requestAsTyped } from './as-typed.ts';
import type { AgreementCase } from './cases.ts';
import { createInstantCatalog, EULA_URL, type InstantCatalog, type Outcome } from './instant-catalog.ts';
import { recordsOf } from './product-world.ts';

export interface Judgement {
  readonly case: AgreementCase;
  /** Rules that stand in the way of releasing; empty = preflight lets it go. */
  readonly blocking: readonly string[];
  readonly simulator: 'accepts' | 'refuses' | 'unsendable';
  /** In the simulator's words; empty unless it refuses. */
  readonly refusal: string;
  readonly agree: boolean;
}

export async function judge(subject: AgreementCase): Promise<Judgement> {
  const { draft, product, context } = subject;
  const findings = preflight(draft, product, context).filter((finding) => isBlocking(finding, 'release'));
  const blocking = [...new Set(findings.map(({ ruleId }) => ruleId))];
  const outcome = await outcomeOf(subject);
  const simulator = outcome === null ? 'unsendable' : outcome.accepted ? 'accepts' : 'refuses';
  return {
    case: subject,
    blocking,
    simulator,
    refusal: outcome?.accepted === false ? outcome.refusal : '',
    agree: simulator === (blocking.length === 0 ? 'accepts' : 'refuses'),
  };
}

async function outcomeOf(subject: AgreementCase): Promise<Outcome | null> {
  const { product, context } = subject;
  const owner = context.sellerAccountId ?? '';
  const isPublic = context.held !== undefined && context.held !== null && isPublicOffer(context.held);
  const catalog = createInstantCatalog({
    today: context.today,
    owner,
    // A public offer that is to be changed is the one of its product.
    entities: product ? recordsOf(product, owner).filter(({ type }) => !isPublic || type !== 'Offer') : [],
  });
  if (!context.held) return send(subject, subject.draft, catalog);
  const { held, revision } = await layOut({ ...subject, draft: context.held }, catalog);
  const target = held.target && { ...held.target, revision };
  return send(subject, { ...subject.draft, target }, catalog, held);
}

/** Puts the offer that a draft changes into the catalog: released while it could be, expired afterwards where it is to be. */
async function layOut(subject: AgreementCase, catalog: InstantCatalog) {
  const { draft, product, context } = subject;
  const isExpired = draft.availabilityEndDate !== '' && draft.availabilityEndDate < context.today;
  const fresh = { ...draft, target: null, availabilityEndDate: isExpired ? context.today : draft.availabilityEndDate };
  const released = await send(subject, fresh, catalog);
  if (!released?.accepted) throw new Error(`the offer to be changed was not taken: ${released?.refusal}`);
  const read = async () => {
    const { document, revision } = await catalog.describe(released.offerId);
    return { held: parseOffer(document, revision, product), revision };
  };
  if (!isExpired) return read();
  const before = await read();
  const expired = { ...before.held, availabilityEndDate: draft.availabilityEndDate };
  const outcome = await send(subject, expired, catalog, before.held);
  if (!outcome?.accepted) throw new Error(`the offer did not expire: ${outcome?.refusal}`);
  return read();
}

async function send(
  { product, context }: AgreementCase,
  draft: OfferDraft,
  catalog: InstantCatalog,
  held?: OfferDraft,
): Promise<Outcome | null> {
  const reference = product ?? draft.product;
  if (!reference) throw new Error('a case needs a product');
  const request = requestAsTyped(draft, reference, {
    intent: 'release',
    eulaUrl: draft.eula.kind === 'custom' && draft.eula.file && context.eulaBucketConfigured ? EULA_URL : null,
    changeSetName: 'Agreement of preflight and simulator',
    ...(held && { held }),
  });
  return request && catalog.send(request);
}

/** What comes back when a released offer is read and made into a request again. */
import { compileOffer } from '../../src/shared/domain/offer/compile.ts';
import type { ChangeSetRequest } from '../../src/shared/domain/offer/change-set.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { asNewOffer, parseOffer } from '../../src/shared/domain/offer/parse.ts';
import type { DraftCase } from '../support/offer-drafts.ts';
import { SELLER_ACCOUNT } from '../support/offer-drafts.ts';
import { createInstantCatalog, EULA_URL } from './instant-catalog.ts';
import { recordsOf } from './product-world.ts';

export interface RoundTrip {
  readonly sent: ChangeSetRequest;
  readonly held: OfferDraft;
  /** The request for the same offer once more; its EULA is fetched from where the first one was. */
  readonly again: ChangeSetRequest;
  /** The document as the simulator describes it. */
  readonly document: unknown;
}

export async function roundTrip({ draft, product, today }: DraftCase): Promise<RoundTrip> {
  const entities = recordsOf(product, SELLER_ACCOUNT);
  const catalog = createInstantCatalog({ today, owner: SELLER_ACCOUNT, entities });
  const eulaUrl = draft.eula.kind === 'custom' ? EULA_URL : null;
  const options = { intent: 'release', eulaUrl, changeSetName: 'Round trip' } as const;
  const sent = compileOffer(draft, product, options);
  const outcome = await catalog.send(sent);
  if (!outcome.accepted) throw new Error(`a valid draft was refused: ${outcome.refusal}`);
  const { document, revision } = await catalog.describe(outcome.offerId);
  const held = parseOffer(document, revision, product);
  return { sent, held, document, again: compileOffer(asNewOffer(held), product, options) };
}

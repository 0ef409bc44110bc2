/** Valid drafts of authorizations for every kind, with the product they belong to: made from the generators of offers. */
import fc from 'fast-check';
import {
  createAuthorizationDraft,
  type AuthorizationDraft,
  type ResellerContract,
} from '../../src/shared/domain/authorization/draft.ts';
import type { AuthorizationContext } from '../../src/shared/domain/authorization/preflight/index.ts';
import { withSheet } from '../../src/shared/domain/authorization/sheet.ts';
import { lastDayOf } from '../../src/shared/domain/dates/duration.ts';
import { addDays } from '../../src/shared/domain/dates/plain-date.ts';
import type { OfferKind } from '../../src/shared/domain/offer/draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from '../../src/shared/domain/offer/kinds.ts';
import type { Product } from '../../src/shared/domain/product/product.ts';
import { SELLER_ACCOUNT, validDraft, type DraftCase, type ValidDraftOptions } from './offer-drafts.ts';

/** A draft that preflight finds nothing wrong with, on the day `today`, for `product`. */
export interface AuthorizationCase {
  readonly draft: AuthorizationDraft;
  readonly product: Product;
  readonly today: string;
}

export function authorizationContext(today: string): AuthorizationContext {
  return { today, sellerAccountId: SELLER_ACCOUNT, eulaBucketConfigured: true };
}

const PARTNER = '444455556666';
const FILE = { sha256: 'b'.repeat(64), name: 'reseller.pdf', sizeBytes: 30_000 };

export function validAuthorization(kind: OfferKind, options: ValidDraftOptions = {}): fc.Arbitrary<AuthorizationCase> {
  return fc
    .record({
      offer: validDraft(kind, options),
      contract: fc.constantFrom<ResellerContract>(
        { kind: 'none' },
        { kind: 'standard' },
        { kind: 'custom', file: FILE },
      ),
      validity: fc.constantFrom('single-use' as const, 'specific-date' as const, 'no-set-duration' as const),
      netPayment: fc.constantFrom('', 'P15D', 'P120D'),
      startsWithin: fc.integer({ min: 1, max: 1000 }),
      anybody: fc.boolean(),
    })
    .map(({ offer, ...choices }) => ({
      today: offer.today,
      product: offer.product,
      draft: assemble(offer, choices),
    }));
}

interface Choices {
  readonly contract: ResellerContract;
  readonly validity: AuthorizationDraft['validity'];
  readonly netPayment: string;
  readonly startsWithin: number;
  readonly anybody: boolean;
}

function assemble({ draft: offer, product, today }: DraftCase, choices: Choices): AuthorizationDraft {
  const paid = paysInInstallments(offer);
  const end = addDays(offer.availabilityEndDate, 1);
  const duration = (offer.kind && OFFER_KIND_FACTS[offer.kind].fixedContractDuration) ?? 'P12M';
  const last = lastDayOf(today, duration);
  const fitting = offer.installments.schedule.filter(({ date }) => date > end && date <= last);
  const schedule = fitting.length > 0 ? fitting : [{ date: addDays(end, 1), amount: '100' }];
  const validity = paid ? 'single-use' : choices.validity;
  return {
    ...withSheet(createAuthorizationDraft(), {
      ...offer,
      buyers: choices.anybody && !offer.isRenewal ? [] : offer.buyers,
      availabilityEndDate: validity === 'no-set-duration' ? '' : end,
      installments: paid ? { ...offer.installments, duration, schedule } : offer.installments,
    }),
    resellers: [PARTNER],
    resellerContract: choices.contract,
    validity,
    netPayment: choices.netPayment,
    latestStartDate: product.type === 'SaaSProduct' ? addDays(today, choices.startsWithin) : '',
  };
}

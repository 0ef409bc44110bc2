/** A channel partner's offer from an authorization: everything that it inherits, and what is known of its limits. */
import { addDays } from '../dates/plain-date.ts';
import { compareAmounts, isAmount, isZeroAmount, sumAmounts } from '../money/amount.ts';
import { createOfferDraft, type OfferDraft } from '../offer/draft.ts';
import { paysInInstallments } from '../offer/kinds.ts';
import type { ReceivedAuthorization } from '../offer/received-authorization.ts';
import type { AuthorizationDetail } from './authorization.ts';
import { parseAuthorization } from './parse.ts';

const OPEN_FOR_DAYS = 30;

/**
 * AWS shows a partner neither the product nor its type. The type stands for how the prices are given, which is the same for all;
 * the units of a service length are as typed.
 */
const STANDS_FOR = 'SaaSProduct';

export function toResaleDraft(
  { summary, revision, document, dimensions }: AuthorizationDetail,
  { today, readAt }: { today: string; readAt: string },
): OfferDraft {
  const product = {
    id: summary.productId,
    type: STANDS_FOR,
    title: summary.productTitle ?? summary.productId,
  } as const;
  const found = parseAuthorization(document, { id: summary.id, revision: revision ?? '' }, product);
  const latest = addDays(today, OPEN_FOR_DAYS);
  const { endDate } = summary;
  const isPaid = paysInInstallments(found);
  const received: ReceivedAuthorization = {
    name: summary.name,
    state: summary.state,
    seller: summary.manufacturerAccountId ?? '',
    sellerName: summary.manufacturerName ?? '',
    endDate: endDate ?? '',
    latestStartDate: found.latestStartDate,
    netPayment: found.netPayment,
    buyers: found.buyers,
    schedule: isPaid ? found.installments.schedule : [],
    dimensions: dimensions.map(({ key, name }) => ({ key, name })),
    eula: found.eula.kind === 'standard' ? 'standard' : 'custom',
    readAt,
  };
  return {
    ...createOfferDraft(),
    source: { kind: 'resale', authorizationId: summary.id, received },
    product,
    kind: found.kind,
    name: found.name,
    buyers: found.buyers,
    currency: found.currency,
    usagePrices: found.usagePrices,
    contract: found.contract,
    installments: found.installments,
    allowZeroPrices: found.allowZeroPrices,
    eula: { kind: 'held-by-aws' },
    isRenewal: found.isRenewal ?? false,
    renewal: found.renewal,
    availabilityEndDate: endDate !== null && endDate < latest ? endDate : latest,
  };
}

/** A draft read from an offer at AWS, put on what its authorization says; prices there have the markup on them already. */
export function onAuthorization(draft: OfferDraft, base: OfferDraft): OfferDraft {
  if (base.source.kind !== 'resale') return draft;
  const hasMarkup = isAmount(draft.markup) && !isZeroAmount(draft.markup);
  const total = (rows: OfferDraft['installments']['schedule']) =>
    sumAmounts(rows.flatMap(({ amount }) => (isAmount(amount) ? [amount] : [])));
  const { schedule } = draft.installments;
  const ownPrices =
    !hasMarkup && schedule.length > 0 && compareAmounts(total(schedule), total(base.installments.schedule)) !== 0;
  return {
    ...draft,
    source:
      draft.source.kind === 'resale-replacement'
        ? { ...draft.source, received: base.source.received, ownPrices }
        : { ...base.source, ownPrices },
    product: base.product,
    kind: base.kind,
    currency: base.currency,
    usagePrices: base.usagePrices,
    contract: base.contract,
    installments: ownPrices ? { ...base.installments, schedule } : base.installments,
    allowZeroPrices: base.allowZeroPrices,
    // The licence of an amendment may have been said anew.
    eula: draft.source.kind === 'resale-replacement' ? draft.eula : base.eula,
  };
}

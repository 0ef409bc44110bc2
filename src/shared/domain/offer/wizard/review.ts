/** The review of an offer: everything that would be sent, step by step, each line with the path of its field. */
import type { Product } from '../../product/product.ts';
import type { OfferDraft, PriceLine } from '../draft.ts';
import type { WizardStep } from '../finding.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from '../kinds.ts';
import { isFreeTrialOffer, isPublicOffer } from '../public-offer.ts';
import { resaleOf } from '../received-authorization.ts';
import { shownSteps } from './definition.ts';
import { describeTerms } from './review-terms.ts';

/** What a line shows. `key` is a text of the catalogue; the others are formatted by the screen. */
export type ReviewValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'countries'; readonly codes: readonly string[] }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'duration'; readonly duration: string }
  | { readonly kind: 'amounts'; readonly rows: readonly ReviewAmount[] }
  | { readonly kind: 'quantities'; readonly rows: readonly ReviewAmount[] }
  | { readonly kind: 'schedule' };

export interface ReviewAmount {
  readonly dimensionKey: string;
  readonly name: string;
  readonly unit: string;
  readonly value: string;
}

export interface ReviewLine {
  /** `review.label.<label>` of the catalogue. */
  readonly label: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly path: string;
  readonly value: ReviewValue;
}

export interface ReviewSection {
  readonly step: WizardStep;
  readonly lines: readonly ReviewLine[];
}

type Describe = (draft: OfferDraft, product: Product | null) => readonly (ReviewLine | null)[];

const DESCRIPTIONS: Readonly<Record<WizardStep, Describe>> = {
  'product-buyers': describeProduct,
  details: describeDetails,
  service: describeService,
  pricing: describePricing,
  schedule: describeSchedule,
  eula: describeEula,
  expiry: describeExpiry,
  terms: describeTerms,
  review: () => [],
};

export function reviewSections(draft: OfferDraft, product: Product | null): ReviewSection[] {
  return shownSteps(draft)
    .filter((step) => step !== 'review')
    .map((step) => ({ step, lines: DESCRIPTIONS[step](draft, product).filter((line) => line !== null) }));
}

const text = (value: string): ReviewValue => ({ kind: 'text', text: value });
const key = (value: string): ReviewValue => ({ kind: 'key', key: value });

function describeProduct(draft: OfferDraft) {
  const { product, kind, buyers, countryCodes, installments } = draft;
  const isPublic = isPublicOffer(draft);
  return [
    { label: 'product', path: 'product', value: text(product ? `${product.title} (${product.id})` : '') },
    { label: 'kind', path: 'kind', value: kind ? key(`kind.${kind}.label`) : text('') },
    kind && !isPublic && OFFER_KIND_FACTS[kind].installments
      ? { label: 'installments', path: 'installments.enabled', value: key(installments.enabled ? 'yes' : 'no') }
      : null,
    {
      label: 'buyers',
      path: 'buyers',
      value: isPublic ? key('public.all') : ({ kind: 'texts', texts: buyers } as const),
    },
    countryCodes.length > 0
      ? {
          label: isPublic && draft.excludesCountries ? 'excludedCountries' : 'countries',
          path: 'countryCodes',
          value: { kind: 'countries', codes: countryCodes } as const,
        }
      : null,
  ];
}

function describeDetails(draft: OfferDraft): (ReviewLine | null)[] {
  const { name, description, currency } = draft;
  return [
    { label: 'name', path: 'name', value: text(name) },
    { label: 'description', path: 'description', value: text(description) },
    isPublicOffer(draft) ? null : { label: 'currency', path: 'currency', value: text(currency) },
  ];
}

function describeService({ service }: OfferDraft): ReviewLine[] {
  const mode: ReviewLine = { label: 'service', path: 'service', value: key(`service.mode.${service.mode}.label`) };
  const end = (date: string): ReviewLine => ({
    label: 'endDate',
    path: 'service.endDate',
    value: { kind: 'date', date },
  });
  switch (service.mode) {
    case 'buyer-choice':
      return [mode];
    case 'duration':
      return [
        mode,
        { label: 'duration', path: 'service.duration', value: { kind: 'duration', duration: service.duration } },
      ];
    case 'dates':
      return [
        mode,
        { label: 'startDate', path: 'service.startDate', value: { kind: 'date', date: service.startDate } },
        end(service.endDate),
      ];
    case 'end-date':
      return [mode, end(service.endDate)];
  }
}

function describePricing(draft: OfferDraft, product: Product | null): (ReviewLine | null)[] {
  if (draft.kind === null) return [];
  const resale = resaleOf(draft);
  if (resale && !resale.ownPrices)
    return [{ label: 'markup', path: 'markup', value: text(draft.markup && `${draft.markup}%`) }];
  if (resale) return [describeGrants(draft, product)];
  if (isFreeTrialOffer(draft)) return describeTrial(draft, product);
  const facts = OFFER_KIND_FACTS[draft.kind];
  const paid = paysInInstallments(draft);
  const rows = (lines: readonly PriceLine[]) => amounts(lines, product);
  return [
    draft.newDimensions.length > 0 && draft.product?.type === 'SaaSProduct'
      ? {
          label: 'newDimensions',
          path: 'newDimensions',
          value: { kind: 'texts', texts: draft.newDimensions.map(({ key: id, name }) => `${name} (${id})`) },
        }
      : null,
    facts.usagePrices
      ? { label: 'usagePrices', path: 'usagePrices', value: { kind: 'amounts', rows: rows(draft.usagePrices) } }
      : null,
    ...(facts.contract && !paid
      ? [
          { label: 'selection', path: 'contract.selection', value: key(`selection.${draft.contract.selection}.label`) },
          ...draft.contract.rateCards.map(({ duration, prices }, index): ReviewLine => ({
            label: 'contractPrices',
            params: { duration },
            path: `contract.rateCards.${index}.duration`,
            value: { kind: 'amounts', rows: rows(prices) },
          })),
        ]
      : []),
    paid ? describeGrants(draft, product) : null,
    paid && facts.grantsNeedDuration
      ? {
          label: 'fixedDuration',
          path: 'installments.duration',
          value: { kind: 'duration', duration: draft.installments.duration },
        }
      : null,
    // Fixed units have no price of their own.
    facts.usagePrices || !paid
      ? { label: 'zeroPrices', path: 'allowZeroPrices', value: key(draft.allowZeroPrices ? 'yes' : 'no') }
      : null,
  ];
}

function describeTrial({ freeTrial }: OfferDraft, product: Product | null): ReviewLine[] {
  const nameOf = (key: string) => product?.dimensions.find((one) => one.key === key)?.name || key;
  return [
    {
      label: 'trialDuration',
      path: 'freeTrial.duration',
      value: { kind: 'duration', duration: freeTrial.duration },
    },
    {
      label: 'trialGrants',
      path: 'freeTrial.grants',
      // Without a quantity there is no limit.
      value: {
        kind: 'texts',
        texts: freeTrial.grants.map(({ dimensionKey, quantity }) =>
          quantity.trim() === '' ? nameOf(dimensionKey) : `${nameOf(dimensionKey)}: ${quantity.trim()}`,
        ),
      },
    },
  ];
}

function describeGrants(draft: OfferDraft, product: Product | null): ReviewLine {
  const { installments } = draft;
  const resale = resaleOf(draft);
  const lines = installments.grants.map(({ dimensionKey, quantity }) => ({ dimensionKey, price: quantity }));
  const rows = amounts(lines, product).map((row) => (resale ? { ...row, name: resale.nameOf(row.dimensionKey) } : row));
  return {
    label: 'grants',
    path: 'installments.grants',
    value: { kind: 'quantities', rows },
  };
}

/** Only what would be sent: empty rows are left out. */
function amounts(lines: readonly PriceLine[], product: Product | null): ReviewAmount[] {
  return lines
    .filter(({ price }) => price.trim() !== '')
    .map(({ dimensionKey, price }) => {
      const dimension = product?.dimensions.find((candidate) => candidate.key === dimensionKey);
      return { dimensionKey, name: dimension?.name || dimensionKey, unit: dimension?.unit ?? '', value: price };
    });
}

function describeSchedule(draft: OfferDraft): ReviewLine[] {
  if (!paysInInstallments(draft)) return [{ label: 'schedule', path: 'installments.enabled', value: key('no') }];
  return [{ label: 'schedule', path: 'installments.schedule', value: { kind: 'schedule' } }];
}

function describeEula(draft: OfferDraft): ReviewLine[] {
  const { eula } = draft;
  const isInherited = draft.target === null && resaleOf(draft) !== null;
  switch (eula.kind) {
    case 'standard':
      return [{ label: 'eula', path: 'eula', value: key('eula.standard.label') }];
    case 'custom':
      return [
        { label: 'eula', path: 'eula', value: key('eula.custom.label') },
        { label: 'eulaFile', path: 'eula.file', value: text(eula.file?.name ?? '') },
      ];
    case 'held-by-aws':
      return [{ label: 'eula', path: 'eula', value: key(`eula.${isInherited ? 'inherited' : 'held-by-aws'}.label`) }];
  }
}

function describeExpiry({ availabilityEndDate, isRenewal, renewal }: OfferDraft): (ReviewLine | null)[] {
  return [
    { label: 'expiry', path: 'availabilityEndDate', value: { kind: 'date', date: availabilityEndDate } },
    {
      label: 'renewal',
      path: 'isRenewal',
      value: isRenewal === null ? text('') : key(isRenewal ? 'yes' : 'no'),
    },
    isRenewal && renewal
      ? {
          label: 'channel',
          path: 'renewal.acquisitionChannel',
          value: key(`renewal.channel.${renewal.acquisitionChannel}.label`),
        }
      : null,
    isRenewal && renewal
      ? { label: 'renewalPricing', path: 'renewal.pricingModel', value: key(`renewal.pricing.${renewal.pricingModel}`) }
      : null,
  ];
}

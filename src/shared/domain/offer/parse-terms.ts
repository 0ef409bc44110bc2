/** Reads AWS's terms one by one into the parts of a draft. A term in a form that is not known here is not read at all. */
import { z } from 'zod';
import { cutToDate } from '../dates/plain-date.ts';
import { isAmount, isZeroAmount } from '../money/amount.ts';
import type { CarriedMember, OfferDraft, ServiceLength } from './draft.ts';
import { typeOfTerm } from './carried.ts';
import { EXTRA_READERS } from './parse-extras.ts';

export interface ParsedTerm {
  readonly currency: string | null;
  /** Puts what was read into the draft. */
  readonly apply: (draft: OfferDraft) => void;
  /** Known members with a value that a draft cannot hold. */
  readonly carried: readonly CarriedMember[];
}

const amount = z.string().refine(isAmount);
const priceList = z.array(z.looseObject({ DimensionKey: z.string(), Price: amount }));
const decision = z.enum(['Allowed', 'Disallowed']);

const usageSchema = z.looseObject({
  CurrencyCode: z.string(),
  RateCards: z.tuple([z.looseObject({ RateCard: priceList })]),
});
const contractSchema = z.looseObject({
  CurrencyCode: z.string(),
  RateCards: z
    .array(
      z.looseObject({
        Selector: z.looseObject({ Type: z.literal('Duration'), Value: z.string() }),
        Constraints: z
          .looseObject({ MultipleDimensionSelection: decision, QuantityConfiguration: decision })
          .refine((both) => both.MultipleDimensionSelection === both.QuantityConfiguration),
        RateCard: priceList,
      }),
    )
    .min(1)
    .refine((cards) => new Set(cards.map((card) => card.Constraints.QuantityConfiguration)).size === 1),
});
const fixedSchema = z.looseObject({
  CurrencyCode: z.string(),
  Price: amount.optional(),
  Duration: z.string().optional(),
  Grants: z.array(z.looseObject({ DimensionKey: z.string(), MaxQuantity: z.int() })),
});
const trialSchema = z.looseObject({
  Duration: z.string().regex(/^P\d{1,6}D$/),
  Grants: z.array(z.looseObject({ DimensionKey: z.string(), MaxQuantity: z.int().nullish() })),
});
const scheduleSchema = z.looseObject({
  CurrencyCode: z.string(),
  Schedule: z.array(z.looseObject({ ChargeDate: z.string(), ChargeAmount: amount })),
});
const validitySchema = z.looseObject({
  AgreementDuration: z.string().optional(),
  AgreementStartDate: z.string().optional(),
  AgreementEndDate: z.string().optional(),
});
const legalSchema = z.looseObject({
  Documents: z.tuple([
    z.discriminatedUnion('Type', [
      z.looseObject({ Type: z.literal('StandardEula'), Version: z.string() }),
      z.looseObject({ Type: z.literal('CustomEula') }),
    ]),
  ]),
});

const readers: Readonly<Record<string, (term: unknown) => ParsedTerm | null>> = {
  UsageBasedPricingTerm: readUsage,
  ConfigurableUpfrontPricingTerm: readContract,
  FixedUpfrontPricingTerm: readFixed,
  FreeTrialPricingTerm: readFreeTrial,
  PaymentScheduleTerm: readSchedule,
  ValidityTerm: readValidity,
  LegalTerm: readLegal,
  ...EXTRA_READERS,
};

/** null for a term this version does not know, or not in this form: it is carried whole. */
export function parseTerm(term: unknown): ParsedTerm | null {
  const type = typeOfTerm(term);
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  return reader?.(term) ?? null;
}

function readUsage(term: unknown): ParsedTerm | null {
  const parsed = usageSchema.safeParse(term);
  if (!parsed.success) return null;
  const { CurrencyCode, RateCards } = parsed.data;
  const usagePrices = toPriceLines(RateCards[0].RateCard);
  return { currency: CurrencyCode, carried: [], apply: (draft) => void (draft.usagePrices = usagePrices) };
}

function readContract(term: unknown): ParsedTerm | null {
  const parsed = contractSchema.safeParse(term);
  if (!parsed.success) return null;
  const { CurrencyCode, RateCards } = parsed.data;
  const allowed = RateCards[0]?.Constraints.QuantityConfiguration === 'Allowed';
  const contract: OfferDraft['contract'] = {
    selection: allowed ? 'units' : 'tiers',
    rateCards: RateCards.map((card) => ({ duration: card.Selector.Value, prices: toPriceLines(card.RateCard) })),
  };
  return { currency: CurrencyCode, carried: [], apply: (draft) => void (draft.contract = contract) };
}

function readFixed(term: unknown): ParsedTerm | null {
  const parsed = fixedSchema.safeParse(term);
  if (!parsed.success) return null;
  const { CurrencyCode, Price, Duration, Grants } = parsed.data;
  const owner = 'FixedUpfrontPricingTerm';
  return {
    currency: CurrencyCode,
    // A price of its own stands only without a schedule, which a draft cannot say.
    carried: Price === undefined || isZeroAmount(Price) ? [] : [{ owner, path: ['Price'], value: Price }],
    apply: ({ installments }) => {
      installments.enabled = true;
      installments.duration = Duration ?? '';
      installments.grants = Grants.map((grant) => ({
        dimensionKey: grant.DimensionKey,
        quantity: String(grant.MaxQuantity),
      }));
    },
  };
}

function readFreeTrial(term: unknown): ParsedTerm | null {
  const parsed = trialSchema.safeParse(term);
  if (!parsed.success) return null;
  const freeTrial: OfferDraft['freeTrial'] = {
    duration: parsed.data.Duration,
    grants: parsed.data.Grants.map(({ DimensionKey, MaxQuantity }) => ({
      dimensionKey: DimensionKey,
      quantity: String(MaxQuantity ?? ''),
    })),
  };
  return { currency: null, carried: [], apply: (draft) => void (draft.freeTrial = freeTrial) };
}

function readSchedule(term: unknown): ParsedTerm | null {
  const parsed = scheduleSchema.safeParse(term);
  if (!parsed.success) return null;
  const { CurrencyCode, Schedule } = parsed.data;
  const schedule = Schedule.map((row) => ({ date: cutToDate(row.ChargeDate), amount: row.ChargeAmount }));
  return {
    currency: CurrencyCode,
    carried: [],
    apply: ({ installments }) => {
      installments.enabled = true;
      installments.schedule = schedule;
    },
  };
}

function readValidity(term: unknown): ParsedTerm | null {
  const parsed = validitySchema.safeParse(term);
  const service = parsed.success ? toServiceLength(parsed.data) : null;
  return service && { currency: null, carried: [], apply: (draft) => void (draft.service = service) };
}

/** null for a mix that a draft cannot hold, such as a duration together with an end date. */
function toServiceLength(term: z.infer<typeof validitySchema>): ServiceLength | null {
  const { AgreementDuration: duration, AgreementStartDate: start, AgreementEndDate: end } = term;
  if (duration !== undefined) return start === undefined && end === undefined ? { mode: 'duration', duration } : null;
  if (end === undefined) return null;
  if (start === undefined) return { mode: 'end-date', endDate: cutToDate(end) };
  return { mode: 'dates', startDate: cutToDate(start), endDate: cutToDate(end) };
}

function readLegal(term: unknown): ParsedTerm | null {
  const parsed = legalSchema.safeParse(term);
  if (!parsed.success) return null;
  const [document] = parsed.data.Documents;
  const eula: OfferDraft['eula'] =
    document.Type === 'StandardEula'
      ? { kind: 'standard', version: document.Version }
      : // The address that AWS returns is a short-lived link to its own copy: of no use to anybody later.
        { kind: 'held-by-aws' };
  return { currency: null, carried: [], apply: (draft) => void (draft.eula = eula) };
}

function toPriceLines(list: z.infer<typeof priceList>) {
  return list.map(({ DimensionKey, Price }) => ({ dimensionKey: DimensionKey, price: Price }));
}

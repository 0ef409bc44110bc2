/** An agreement's terms in the camelCase form of GetAgreementTerms: one union member each, days as instants. */
import { temporaryLink } from '../catalog/documents/temporary-link.ts';
import { startOfDay } from '../catalog/instants.ts';
import { TERM_GROUPS, type AgreementRecord, type JsonObject, type Term } from '../catalog/model.ts';
import { seedText } from '../seed/ids.ts';
import type { SimulatorClock } from '../types.ts';
import { upfrontChoice } from './choices.ts';
import type { PaymentApproval } from './model.ts';

interface Surroundings {
  readonly clock: SimulatorClock;
  /** What the buyer said about payment requests. */
  readonly approval: PaymentApproval | undefined;
}

type Converter = (term: Term, agreement: AgreementRecord, surroundings: Surroundings) => JsonObject;

/** Order of the answer: prices first, texts last. Customer verification belongs to the offer alone. */
const CONVERTERS: Readonly<Record<string, Converter>> = {
  UsageBasedPricingTerm: lowered,
  ConfigurableUpfrontPricingTerm: upfront,
  FixedUpfrontPricingTerm: lowered,
  FreeTrialPricingTerm: lowered,
  ByolPricingTerm: lowered,
  RecurringPaymentTerm: lowered,
  ValidityTerm: validity,
  PaymentScheduleTerm: schedule,
  VariablePaymentTerm: variablePayment,
  NetPaymentTerm: lowered,
  RenewalTerm: renewal,
  SupportTerm: lowered,
  LegalTerm: legal,
};

export function acceptedTerms(agreement: AgreementRecord, surroundings: Surroundings): JsonObject[] {
  return TERM_GROUPS.flatMap((group) => agreement.terms[group]).flatMap((term) => {
    const convert = CONVERTERS[term.Type];
    if (!convert) return [];
    const id = termId(agreement, term.Type);
    return [{ [lowerFirst(term.Type)]: { type: term.Type, id, ...convert(term, agreement, surroundings) } }];
  });
}

/** The same for the life of an agreement; each kind of term occurs once. */
export function termId(agreement: AgreementRecord, type: string): string {
  return `term-${seedText(`${agreement.id} ${type}`, 25)}`;
}

function lowered(term: Term): JsonObject {
  const { Type: _type, ...rest } = term;
  return lowerKeys(rest) as JsonObject;
}

function upfront(term: Term, agreement: AgreementRecord): JsonObject {
  return { ...lowered(term), configuration: upfrontChoice(agreement) ?? undefined };
}

function validity(term: Term, agreement: AgreementRecord): JsonObject {
  return {
    agreementDuration: term['AgreementDuration'],
    agreementStartDate: new Date(agreement.startTime),
    agreementEndDate: agreement.endTime === null ? undefined : new Date(agreement.endTime),
  };
}

function schedule(term: Term): JsonObject {
  const charges = (term['Schedule'] ?? []) as readonly { ChargeDate: string; ChargeAmount: string }[];
  return {
    currencyCode: term['CurrencyCode'],
    schedule: [...charges]
      .sort((a, b) => (a.ChargeDate < b.ChargeDate ? -1 : 1))
      .map(({ ChargeDate, ChargeAmount }) => ({
        chargeDate: new Date(startOfDay(ChargeDate)),
        chargeAmount: ChargeAmount,
      })),
  };
}

function variablePayment(term: Term, _agreement: AgreementRecord, { approval }: Surroundings): JsonObject {
  const strategy = approval?.strategy ?? 'WAIT_FOR_APPROVAL';
  const expirationDuration = approval?.expirationDuration ?? undefined;
  return { ...lowered(term), configuration: { paymentRequestApprovalStrategy: strategy, expirationDuration } };
}

interface Increase {
  readonly Type: string;
  readonly Value?: string;
  readonly Range?: { readonly MinValue: string; readonly MaxValue: string; readonly DefaultValue: string };
}

/** What the Catalog tells apart by `Type` is a union here. */
function renewal(term: Term, { autoRenew }: AgreementRecord): JsonObject {
  const { PriceIncrease, TermTemplates, ...rest } = term as Term & {
    readonly PriceIncrease?: Increase;
    readonly TermTemplates?: readonly { readonly Schedule: readonly JsonObject[] }[];
  };
  return {
    ...lowered(rest),
    configuration: { enableAutoRenew: autoRenew ?? false },
    priceIncrease:
      PriceIncrease === undefined
        ? undefined
        : PriceIncrease.Range === undefined
          ? { fixedPercentage: { value: PriceIncrease.Value } }
          : { percentageRange: lowerKeys(PriceIncrease.Range) },
    termTemplates: TermTemplates?.map(({ Schedule }) => ({
      paymentScheduleTermTemplate: { schedule: lowerKeys(Schedule) },
    })),
  };
}

const STANDARD_TEXT =
  'https://s3.amazonaws.com/aws-mp-standard-contracts/Standard-Contact-for-AWS-Marketplace-2022-07-14.pdf';

function legal(term: Term, _agreement: AgreementRecord, { clock }: Surroundings): JsonObject {
  const documents = (term['Documents'] ?? []) as readonly { Type: string; Url?: string; Version?: string }[];
  return {
    documents: documents.map(({ Type, Url, Version }) => ({
      type: Type,
      url: Url === undefined ? STANDARD_TEXT : temporaryLink(Url, clock),
      version: Version,
    })),
  };
}

function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [lowerFirst(name), lowerKeys(inner)]));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

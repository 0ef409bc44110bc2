/** Reads the terms that only authorizations have. A term in a form that is not known here is not read at all. */
import { z } from 'zod';
import { cutToDate } from '../dates/plain-date.ts';
import type { CarriedMember } from '../offer/draft.ts';
import type { AuthorizationDraft } from './draft.ts';

interface BuyerTerm {
  readonly part: Partial<AuthorizationDraft>;
  readonly carried: readonly CarriedMember[];
}

/** AWS describes accounts as objects and takes them as texts. */
const accountSchema = z.union([
  z.string(),
  z.looseObject({ AwsAccountId: z.string() }).transform(({ AwsAccountId }) => AwsAccountId),
]);
const targetingSchema = z.looseObject({ PositiveTargeting: z.looseObject({ BuyerAccounts: z.array(accountSchema) }) });
const validitySchema = z.looseObject({ MaximumAgreementStartDate: z.string() });
const netPaymentSchema = z.looseObject({ PaymentDuePeriod: z.string() });
const buyerLegalSchema = z.looseObject({
  Documents: z.tuple([
    z.discriminatedUnion('Type', [
      z.looseObject({ Type: z.literal('StandardEula'), Version: z.string().nullish() }),
      z.looseObject({ Type: z.literal('CustomEula') }),
    ]),
  ]),
});
const resellerLegalSchema = z.looseObject({
  Documents: z.tuple([z.looseObject({ Type: z.enum(['StandardResellerContract', 'CustomResellerContract']) })]),
});

type Reader = (term: unknown) => Partial<AuthorizationDraft> | null;

const READERS: Readonly<Record<string, { readonly read: Reader; readonly members: readonly string[] }>> = {
  BuyerTargetingTerm: { read: readTargeting, members: ['PositiveTargeting'] },
  BuyerValidityTerm: { read: readValidity, members: ['MaximumAgreementStartDate'] },
  ResaleNetPaymentTerm: { read: readNetPayment, members: ['PaymentDuePeriod'] },
  BuyerLegalTerm: { read: readBuyerLegal, members: ['Documents'] },
  ResaleLegalTerm: { read: readResellerLegal, members: ['Documents'] },
};

export function readBuyerTerm(type: string, term: unknown): BuyerTerm | null {
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  const part = reader?.read(term) ?? null;
  if (part === null || !reader) return null;
  const carried = Object.entries(term as Record<string, unknown>)
    .filter(([name, value]) => name !== 'Type' && !reader.members.includes(name) && value !== null)
    .map(([name, value]) => ({ owner: type, path: [name], value }));
  return { part, carried };
}

function readTargeting(term: unknown) {
  const parsed = targetingSchema.safeParse(term);
  return parsed.success ? { buyers: parsed.data.PositiveTargeting.BuyerAccounts } : null;
}

function readValidity(term: unknown) {
  const parsed = validitySchema.safeParse(term);
  return parsed.success ? { latestStartDate: cutToDate(parsed.data.MaximumAgreementStartDate) } : null;
}

function readNetPayment(term: unknown) {
  const parsed = netPaymentSchema.safeParse(term);
  return parsed.success ? { netPayment: parsed.data.PaymentDuePeriod } : null;
}

/** Documents of authorizations may come without the version that pages show: then it is the one of new authorizations. */
function readBuyerLegal(term: unknown): Partial<AuthorizationDraft> | null {
  const parsed = buyerLegalSchema.safeParse(term);
  if (!parsed.success) return null;
  const [document] = parsed.data.Documents;
  return document.Type === 'StandardEula'
    ? { eula: { kind: 'standard', version: document.Version ?? '2022-07-14' } }
    : { eula: { kind: 'held-by-aws' } };
}

function readResellerLegal(term: unknown): Partial<AuthorizationDraft> | null {
  const parsed = resellerLegalSchema.safeParse(term);
  if (!parsed.success) return null;
  const isStandard = parsed.data.Documents[0].Type === 'StandardResellerContract';
  return { resellerContract: { kind: isStandard ? 'standard' : 'held-by-aws' } };
}

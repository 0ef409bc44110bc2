/** Rules for an offer that replaces an agreement: what must stay as it is, and what would be paid twice or not at all. */
import { isPlainDate } from '../../dates/plain-date.ts';
import { compareAmounts, isAmount, sumAmounts } from '../../money/amount.ts';
import type { OfferKind } from '../draft.ts';
import { markedUpRows } from '../marked-up.ts';
import { resaleOf } from '../received-authorization.ts';
import { hasFixedPrice, replacementOf, type ReplacedAgreement } from '../replaced-agreement.ts';
import type { OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const AMENDABLE_KINDS: readonly (OfferKind | null)[] = ['saas-contract', 'saas-contract-consumption'];
const AMENDABLE_PRODUCT = 'SaaSProduct';
const SOURCE = '3.10 ABO';

/** Checks only drafts that replace an agreement, and what is known of it. */
function ofReplaced(check: (facts: OfferFacts, replaced: ReplacedAgreement) => Problem[]): Rule['check'] {
  return (facts) => {
    const replaced = replacementOf(facts.draft)?.replaced;
    return replaced ? check(facts, replaced) : [];
  };
}

/** The same for one of the two ways by which agreements come about: directly, or through a channel partner. */
function ofWay(way: 'direct' | 'resale', check: (facts: OfferFacts, replaced: ReplacedAgreement) => Problem[]) {
  return ofReplaced((facts, replaced) =>
    (resaleOf(facts.draft) === null) === (way === 'direct') ? check(facts, replaced) : [],
  );
}

const sumOf = (rows: readonly { amount: string | null }[]) =>
  sumAmounts(rows.flatMap(({ amount }) => (amount !== null && isAmount(amount) ? [amount] : [])));

/** What the buyer would still pay: a markup is put on the charges of the authorization. */
function charged({ draft, charges }: OfferFacts): string {
  const resale = resaleOf(draft);
  if (!resale || resale.ownPrices) return sumOf(charges);
  const rows = markedUpRows(draft).filter(({ kind }) => kind === 'charge');
  return sumOf(rows.map(({ wholesale, retail }) => ({ amount: retail ?? wholesale })));
}

/** Where the amounts are typed. */
function amountsPath({ draft }: OfferFacts): string {
  return (resaleOf(draft)?.ownPrices ?? true) ? 'installments.schedule' : 'markup';
}

const agreementRules: readonly Rule[] = [
  {
    id: 'replacement-unknown',
    severity: 'error',
    step: 'product-buyers',
    source: SOURCE,
    stage: 'request',
    check: ({ draft }) => {
      const replacement = replacementOf(draft);
      return problemIf(replacement !== null && replacement.replaced === null, 'source');
    },
  },
  {
    id: 'replacement-product',
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: only SaaS contract and SaaS contract with consumption`,
    stage: 'request',
    check: ofReplaced(({ draft }, { productType = AMENDABLE_PRODUCT }) =>
      problemIf(!AMENDABLE_KINDS.includes(draft.kind) || productType !== AMENDABLE_PRODUCT, 'kind'),
    ),
  },
  {
    id: 'replacement-not-active',
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: the agreement must be ACTIVE`,
    stage: 'request',
    check: ofReplaced((_, { status }) => problemIf(status !== 'ACTIVE', 'source', { status })),
  },
  {
    id: 'replacement-way',
    contexts: ['direct', 'resale'],
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: a channel partner amends with the variant for resale authorizations`,
    stage: 'request',
    check: ofReplaced(({ draft }, { resold }) => {
      const context = resaleOf(draft) === null ? 'direct' : 'resale';
      return problemIf(resold !== undefined && resold !== (context === 'resale'), 'source', { context });
    }),
  },
  {
    id: 'replacement-authorization',
    contexts: ['product', 'fixed', 'contract', 'usage'],
    severity: 'error',
    step: 'product-buyers',
    source: '6 CP ABO: an authorization for the same product; term kinds cannot be added or dropped',
    stage: 'request',
    check: ofWay('resale', ({ draft, paid, kind }, replaced) => {
      const { productId = draft.product?.id, termTypes } = replaced;
      const hadUsage = termTypes.includes('UsageBasedPricingTerm');
      return [
        ...problemIf(draft.product?.id !== productId, 'source', { context: 'product' }),
        ...problemIf(kind !== null && paid !== hasFixedPrice(replaced), 'source', {
          context: paid ? 'fixed' : 'contract',
        }),
        ...problemIf(kind !== null && kind.usagePrices !== hadUsage, 'source', { context: 'usage' }),
      ];
    }),
  },
  {
    id: 'replacement-other-seller',
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: the proposer must stay the same`,
    stage: 'request',
    check: ofReplaced(({ context }, { proposer }) =>
      problemIf(context.sellerAccountId !== null && proposer !== context.sellerAccountId, 'source', { proposer }),
    ),
  },
  {
    id: 'replacement-buyers',
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: no UpdateTargeting`,
    stage: 'request',
    check: ofReplaced(({ draft }, { buyer }) =>
      problemIf(draft.countryCodes.length > 0 || draft.buyers.some((each) => each.trim() !== buyer), 'buyers', {
        buyer,
      }),
    ),
  },
];

const termRules: readonly Rule[] = [
  {
    id: 'replacement-end-date',
    severity: 'error',
    step: 'service',
    source: '3.3 ABO: AgreementEndDate is mandatory; 3.14 MISSING_AGREEMENT_END_DATE',
    stage: 'release',
    check: ofReplaced(({ draft: { service } }) =>
      problemIf(service.mode !== 'end-date' || !isPlainDate(service.endDate), 'service.endDate'),
    ),
  },
  {
    id: 'replacement-end-past',
    severity: 'error',
    step: 'service',
    source: '3.7 the expiry must stay before AgreementEndDate; 3.14 INVALID_AGREEMENT_END_DATE',
    stage: 'release',
    check: ofReplaced(({ draft: { service }, context, expiry }) => {
      if (service.mode !== 'end-date' || !isPlainDate(service.endDate)) return [];
      const soonest = expiry !== null && expiry > context.today ? expiry : context.today;
      return problemIf(service.endDate <= soonest, 'service.endDate', { date: soonest });
    }),
  },
  {
    id: 'replacement-pricing',
    contexts: ['fixed', 'contract'],
    severity: 'error',
    step: 'pricing',
    source: `${SOURCE}: term kinds cannot be added or dropped; a contract price agreement keeps contract prices`,
    stage: 'request',
    check: ofWay('direct', ({ paid }, replaced) => {
      const context = hasFixedPrice(replaced) ? 'fixed' : 'contract';
      return problemIf(paid !== hasFixedPrice(replaced), 'installments.enabled', { context });
    }),
  },
  {
    id: 'replacement-usage',
    contexts: ['added', 'dropped'],
    severity: 'error',
    step: 'pricing',
    source: `${SOURCE}: term kinds cannot be added or dropped`,
    stage: 'request',
    check: ofWay('direct', ({ kind }, { termTypes }) => {
      if (!kind) return [];
      const had = termTypes.includes('UsageBasedPricingTerm');
      return problemIf(kind.usagePrices !== had, 'kind', { context: had ? 'dropped' : 'added' });
    }),
  },
];

const moneyRules: readonly Rule[] = [
  {
    id: 'replacement-pending-dropped',
    severity: 'warning',
    step: 'schedule',
    source: '11 pitfall 25: accepting cancels the uninvoiced installments',
    stage: 'release',
    check: ofReplaced((facts, { pending }) => {
      const [before, after] = [sumOf(pending), charged(facts)];
      const isLess = facts.paid && compareAmounts(after, before) < 0;
      return problemIf(isLess, amountsPath(facts), { before, after, currency: facts.draft.currency });
    }),
  },
  {
    id: 'replacement-double-billing',
    severity: 'warning',
    step: 'schedule',
    source: `${SOURCE}: issued invoices stay`,
    stage: 'release',
    check: ofReplaced((facts, { pending, charged: paidFor }) => {
      const { paid, draft } = facts;
      const [before, after] = [sumOf(pending), charged(facts)];
      const isMore = paid && isAmount(paidFor) && compareAmounts(paidFor, '0') > 0 && compareAmounts(after, before) > 0;
      return problemIf(isMore, amountsPath(facts), { before, after, charged: paidFor, currency: draft.currency });
    }),
  },
  {
    id: 'replacement-charged-in-full',
    severity: 'warning',
    step: 'pricing',
    source: `${SOURCE}: the new agreement replaces the old one at once, issued invoices stay`,
    stage: 'release',
    check: ofReplaced(({ draft, paid, rateCards }, replaced) =>
      problemIf(
        !paid && !hasFixedPrice(replaced) && rateCards.length > 0,
        resaleOf(draft) === null ? 'contract' : 'markup',
      ),
    ),
  },
];

export const replacementRules: readonly Rule[] = [...agreementRules, ...termRules, ...moneyRules];

/** Whom the authorization is for, and what it is called. */
import { problemIf, type Problem } from '../../offer/preflight/rule.ts';
import { own, plainText, type AuthorizationFacts, type AuthorizationRule } from './rule.ts';

/** AWS takes one buyer less than in an offer. */
const MOST_BUYERS = 25;
const LONGEST_NAME = 100;

const isAccountId = (text: string) => /^\d{12}$/.test(text) && !/^0+$/.test(text);
const filled = (entries: readonly string[]) => entries.map(plainText).filter((entry) => entry !== '');

function eachReseller({ draft }: AuthorizationFacts, isWrong: (id: string, index: number) => boolean): Problem[] {
  return draft.resellers.flatMap((id, index) =>
    problemIf(isWrong(plainText(id), index), `resellers.${index}`, { value: id }),
  );
}

export const partnerRules: readonly AuthorizationRule[] = [
  own({
    id: 'reseller-missing',
    severity: 'error',
    step: 'product-partner',
    source: '5.1 CreateResaleAuthorization: ResellerAccountId is required',
    stage: 'request',
    check: ({ draft }) => problemIf(filled(draft.resellers).length === 0, 'resellers'),
  }),
  own({
    id: 'reseller-not-12-digits',
    severity: 'error',
    step: 'product-partner',
    source: '5.1 ResellerAccountId: 12 digits',
    stage: 'request',
    check: (facts) => eachReseller(facts, (id) => id !== '' && !isAccountId(id)),
  }),
  own({
    id: 'reseller-duplicate',
    severity: 'error',
    step: 'product-partner',
    source: 'Own rule: nobody means to authorize one partner twice',
    stage: 'request',
    fix: 'remove-duplicate-resellers',
    check: (facts) => {
      const ids = facts.draft.resellers.map(plainText);
      return eachReseller(facts, (id, index) => id !== '' && ids.indexOf(id) < index);
    },
  }),
  own({
    id: 'reseller-is-seller',
    severity: 'error',
    step: 'product-partner',
    source: '5.8 INVALID_RESELLER_ACCOUNT: the partner is another account',
    stage: 'release',
    check: (facts) => eachReseller(facts, (id) => id === facts.context.sellerAccountId),
  }),
  own({
    id: 'reseller-fixed',
    severity: 'error',
    step: 'product-partner',
    source: '5.1 no change type gives a draft at AWS another partner',
    stage: 'request',
    check: ({ draft, context }) => {
      const held = context.held?.resellers.map(plainText).join();
      const isOther = draft.target !== null && held !== undefined && filled(draft.resellers).join() !== held;
      return problemIf(isOther && filled(draft.resellers).length > 0, 'resellers', { value: held ?? '' });
    },
  }),
  own({
    id: 'buyers-too-many',
    severity: 'error',
    step: 'product-partner',
    source: '5.1 UpdateBuyerTargetingTerms: BuyerAccounts 1–25',
    stage: 'request',
    check: ({ draft }) => problemIf(filled(draft.buyers).length > MOST_BUYERS, 'buyers', { max: MOST_BUYERS }),
  }),
  own({
    id: 'renewal-needs-buyer',
    severity: 'error',
    step: 'validity',
    source: '5.8 INCOMPATIBLE_BUYER_TARGETING: the renewal flag needs at least one buyer',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.isRenewal === true && filled(draft.buyers).length === 0, 'isRenewal'),
  }),
  own({
    id: 'name-missing',
    severity: 'error',
    step: 'details',
    source: '5.1 CreateResaleAuthorization: Name is required',
    stage: 'request',
    check: ({ draft }) => problemIf(draft.name.trim() === '', 'name'),
  }),
  own({
    id: 'name-too-long',
    severity: 'error',
    step: 'details',
    source: '5.1 CreateResaleAuthorization: Name ≤100',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(draft.name.length > LONGEST_NAME, 'name', { max: LONGEST_NAME, length: draft.name.length }),
  }),
];

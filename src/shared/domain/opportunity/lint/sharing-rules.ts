/** Rules about sharing with AWS, about what stands beside the opportunity, and about what AWS has locked. */
import { ASSOCIATION_LIMITS, ASSOCIATION_TYPES, OFFERING_TYPES } from '../picklists.ts';
import { changedPaths } from '../merge.ts';
import { isReadOnly, lockOf } from '../fields.ts';
import { getAt, setAt } from '../record.ts';
import { at, isBlank, type LintFacts, type OpportunityRule } from './rule.ts';

const hasOffering = ({ draft }: LintFacts) => draft.associations.some(({ type }) => OFFERING_TYPES.includes(type));
const isCoSell = ({ draft }: LintFacts) => draft.sharing.involvement === 'Co-Sell';

const involvementRules: readonly OpportunityRule[] = [
  {
    id: 'needs-missing',
    severity: 'error',
    source: '12.3 Involvement: Co-Sell needs co-sell values',
    stage: 'share',
    check: (facts) =>
      at(facts.isUnshared && isCoSell(facts) && facts.draft.primaryNeedsFromAws.length === 0, 'primaryNeedsFromAws'),
  },
  {
    id: 'needs-idle',
    severity: 'error',
    source: '4 involvement clash; 12.3 For Visibility Only must not have them',
    stage: 'share',
    check: (facts) =>
      at(facts.isUnshared && !isCoSell(facts) && facts.draft.primaryNeedsFromAws.length > 0, 'primaryNeedsFromAws'),
    fix: (draft, path) => setAt(draft, path, []),
  },
  {
    id: 'needs-taken-back',
    severity: 'error',
    source: '8 PrimaryNeedsFromAws: no way back to visibility only',
    stage: 'request',
    check: ({ draft, isUnshared }) =>
      at(
        !isUnshared &&
          (draft.target?.base.primaryNeedsFromAws.length ?? 0) > 0 &&
          draft.primaryNeedsFromAws.length === 0,
        'primaryNeedsFromAws',
      ),
    fix: (draft, path) => setAt(draft, path, draft.target?.base.primaryNeedsFromAws ?? []),
  },
  {
    id: 'secret-visibility',
    severity: 'error',
    source: '8 NationalSecurity: Yes forces Visibility Full',
    stage: 'share',
    check: ({ draft, isSecret, isUnshared }) =>
      at(isUnshared && isSecret && draft.sharing.visibility !== 'Full', 'sharing.visibility'),
    fix: (draft, path) => setAt(draft, path, 'Full'),
  },
  {
    id: 'secret-co-sell',
    severity: 'error',
    source: '8 NationalSecurity: Yes asks for a co-sell need',
    stage: 'share',
    check: (facts) => at(facts.isUnshared && facts.isSecret && !isCoSell(facts), 'sharing.involvement'),
    fix: (draft, path) => setAt(draft, path, 'Co-Sell'),
  },
  {
    id: 'share-lost',
    severity: 'error',
    source: '10 Closed Lost unsuitable for submission; 12.3',
    stage: 'share',
    check: ({ draft, isUnshared }) => at(isUnshared && draft.lifeCycle.stage === 'Closed Lost', 'lifeCycle.stage'),
  },
  {
    id: 'share-prospect',
    severity: 'info',
    source: '10 prospects have to mature to Qualified first',
    stage: 'share',
    check: ({ draft, isUnshared }) => at(isUnshared && draft.lifeCycle.stage === 'Prospect', 'lifeCycle.stage'),
  },
  {
    id: 'limited-visibility',
    severity: 'info',
    source: '12.3 Limited only for eligible accounts, otherwise Full',
    stage: 'share',
    check: ({ draft, isSecret, isUnshared }) =>
      at(isUnshared && !isSecret && draft.sharing.visibility === 'Limited', 'sharing.visibility'),
  },
];

const offeringRules: readonly OpportunityRule[] = [
  {
    id: 'offering-missing',
    severity: 'error',
    source: '1 rule 4; 12.3 at least one solution or Marketplace product',
    stage: 'share',
    check: (facts) => at(facts.isUnshared && !hasOffering(facts), 'associations'),
  },
  {
    id: 'stage-needs-offering',
    severity: 'error',
    source: '1 rule 9; 4 solution at late stage; 11 Committed, Launched',
    stage: 'request',
    check: (facts) =>
      at(['Committed', 'Launched'].includes(facts.draft.lifeCycle.stage) && !hasOffering(facts), 'associations', {
        stage: facts.draft.lifeCycle.stage,
      }),
  },
  {
    id: 'associations-many',
    severity: 'error',
    source: '12.7 limits of associations',
    stage: 'request',
    check: ({ draft }) =>
      ASSOCIATION_TYPES.flatMap((type) => {
        const count = draft.associations.filter((entry) => entry.type === type).length;
        const max = ASSOCIATION_LIMITS[type];
        return at(count > max, 'associations', { type, count, max });
      }),
  },
  {
    id: 'offer-and-offer-set',
    severity: 'error',
    source: '12.7 AwsMarketplaceOfferSets: exclusive with an Offer',
    stage: 'request',
    check: ({ draft }) => {
      const has = (type: string) => draft.associations.some((entry) => entry.type === type);
      return at(has('AwsMarketplaceOffers') && has('AwsMarketplaceOfferSets'), 'associations');
    },
  },
  {
    id: 'lost-offer',
    severity: 'error',
    source: '4 offers; 11 Closed Lost: offers can no longer be (dis)associated',
    stage: 'request',
    check: ({ draft, standing }) => {
      const offersOf = (list: readonly { type: string; id: string }[]) =>
        list.filter(({ type }) => type.startsWith('AwsMarketplaceOffer')).map(({ id }) => id);
      const changed = offersOf(draft.associations).join() !== offersOf(draft.target?.associations ?? []).join();
      return at(standing?.stage === 'Closed Lost' && changed, 'associations');
    },
  },
  {
    id: 'launch-without-offer',
    severity: 'warning',
    source: '11 Launched: a Marketplace offer when the sale runs through AWS Marketplace',
    stage: 'request',
    check: ({ draft }) => {
      const sold = draft.associations.some(({ type }) => type === 'AwsMarketplaceProducts');
      const offered = draft.associations.some(({ type }) => type.startsWith('AwsMarketplaceOffer'));
      return at(draft.lifeCycle.stage === 'Launched' && sold && !offered, 'associations');
    },
  },
];

const recordRules: readonly OpportunityRule[] = [
  {
    id: 'record-closed',
    severity: 'error',
    source: '10 Submitted, In review, Rejected: nothing may be edited',
    stage: 'request',
    check: ({ draft, standing }) => {
      const [first] = draft.target && isReadOnly(standing) ? changedPaths(draft.target.base, draft) : [];
      return first === undefined ? [] : [{ path: first, params: { status: standing?.reviewStatus ?? '' } }];
    },
  },
  {
    id: 'locked-changed',
    severity: 'error',
    source: '8 columns AR, AP, AL; 10 lists of DG',
    stage: 'request',
    check: ({ draft, standing }) => {
      if (!draft.target || isReadOnly(standing)) return [];
      return changedPaths(draft.target.base, draft).flatMap((path) => at(lockOf(path, standing) !== null, path));
    },
    fix: (draft, path) => (draft.target ? setAt(draft, path, getAt(draft.target.base, path)) : null),
  },
  {
    id: 'possible-duplicate',
    severity: 'warning',
    source: 'our own: the same customer with use case, close date or title alike',
    stage: 'request',
    check: ({ draft, duplicates }) =>
      draft.target === null && !isBlank(draft.customer.account.companyName)
        ? duplicates
            .filter(({ likelihood }) => likelihood === 'likely')
            .map(({ id }) => ({ path: 'customer.account.companyName', params: { id } }))
        : [],
  },
];

export const sharingRules: readonly OpportunityRule[] = [...involvementRules, ...offeringRules, ...recordRules];

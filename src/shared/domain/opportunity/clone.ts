/** A new opportunity made after another: everything that belongs to that one alone stays behind. */
import { bodyOf, createOpportunityDraft, type OpportunityDraft } from './draft.ts';
import type { AssociationType } from './picklists.ts';

/** One offer stands beside one opportunity only. */
const NOT_SHARED: ReadonlySet<AssociationType> = new Set<AssociationType>([
  'AwsMarketplaceOffers',
  'AwsMarketplaceOfferSets',
]);

export function cloneOpportunity(source: OpportunityDraft, today: string): OpportunityDraft {
  const fresh = createOpportunityDraft();
  const { targetCloseDate, nextSteps } = source.lifeCycle;
  return {
    ...fresh,
    ...bodyOf(source),
    name: source.name,
    partnerOpportunityIdentifier: '',
    lifeCycle: {
      ...fresh.lifeCycle,
      nextSteps,
      targetCloseDate: targetCloseDate > today ? targetCloseDate : '',
    },
    // What AWS has written into its record is about that record.
    carried: {},
    opportunityTeam: source.opportunityTeam,
    associations: source.associations.filter(({ type }) => !NOT_SHARED.has(type)),
    sharing: source.sharing,
    clonedFrom: source.target?.opportunityId ?? source.clonedFrom,
  };
}

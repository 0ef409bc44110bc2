/** Rules about the deal: what it is about, when it closes, where it stands, the marketing behind it. */
import { addMonths, isPlainDate } from '../../dates/plain-date.ts';
import { setAt } from '../record.ts';
import { at, isBlank, type OpportunityRule } from './rule.ts';

const SHORTEST_PROBLEM = 20;
const FARTHEST_CLOSE_MONTHS = 60 * 12;
const OPPORTUNITY_ID = /^O\d{1,19}$/;

const projectRules: readonly OpportunityRule[] = [
  {
    id: 'problem-short',
    severity: 'error',
    source: '8 Project.CustomerBusinessProblem: 20 to 2000 characters',
    stage: 'request',
    check: ({ draft }) => {
      const count = draft.project.customerBusinessProblem.trim().length;
      const path = 'project.customerBusinessProblem';
      return at(count > 0 && count < SHORTEST_PROBLEM, path, { count, min: SHORTEST_PROBLEM });
    },
  },
  {
    id: 'other-competitor-missing',
    severity: 'error',
    source: '8 Project.OtherCompetitorNames: with *Other',
    stage: 'request',
    check: ({ draft: { project } }) =>
      at(project.competitorName === '*Other' && isBlank(project.otherCompetitorNames), 'project.otherCompetitorNames'),
  },
  {
    id: 'other-competitor-idle',
    severity: 'error',
    source: '8 Project.OtherCompetitorNames: forbidden without *Other',
    stage: 'request',
    check: ({ draft: { project } }) =>
      at(project.competitorName !== '*Other' && !isBlank(project.otherCompetitorNames), 'project.otherCompetitorNames'),
    fix: (draft, path) => setAt(draft, path, ''),
  },
  {
    id: 'renewed-opportunity-missing',
    severity: 'error',
    source: '8 Project.RelatedOpportunityIdentifier: Flat Renewal',
    stage: 'request',
    check: ({ draft }) => {
      const id = draft.project.relatedOpportunityIdentifier;
      return at(draft.opportunityType === 'Flat Renewal' && isBlank(id), 'project.relatedOpportunityIdentifier');
    },
  },
  {
    id: 'renewed-opportunity-form',
    severity: 'error',
    source: '3 OpportunityIdentifier',
    stage: 'request',
    check: ({ draft: { project } }) => {
      const id = project.relatedOpportunityIdentifier;
      return at(!isBlank(id) && !OPPORTUNITY_ID.test(id), 'project.relatedOpportunityIdentifier');
    },
  },
  {
    id: 'renewed-opportunity-idle',
    severity: 'warning',
    source: '8 Project.RelatedOpportunityIdentifier: not stored for Net New Business',
    stage: 'request',
    check: ({ draft }) => {
      const id = draft.project.relatedOpportunityIdentifier;
      return at(draft.opportunityType === 'Net New Business' && !isBlank(id), 'project.relatedOpportunityIdentifier');
    },
    fix: (draft, path) => setAt(draft, path, ''),
  },
  {
    id: 'secret-industry',
    severity: 'error',
    source: '8 NationalSecurity: Yes asks for Industry Government',
    stage: 'request',
    check: ({ draft, isSecret }) =>
      at(isSecret && draft.customer.account.industry !== 'Government', 'customer.account.industry'),
  },
];

const lifeRules: readonly OpportunityRule[] = [
  {
    id: 'close-date-form',
    severity: 'error',
    source: '3 Date',
    stage: 'request',
    check: ({ draft: { lifeCycle } }) =>
      at(lifeCycle.targetCloseDate !== '' && !isPlainDate(lifeCycle.targetCloseDate), 'lifeCycle.targetCloseDate'),
  },
  {
    id: 'close-date-past',
    severity: 'error',
    source: '4 close date; 8 LifeCycle.TargetCloseDate: not past',
    stage: 'request',
    check: ({ draft: { lifeCycle, target }, today }) => {
      const { targetCloseDate: date, stage } = lifeCycle;
      // An opportunity that is over keeps the day on which it was to close.
      const isOver = ['Launched', 'Closed Lost'].includes(stage) && date === target?.base.lifeCycle.targetCloseDate;
      return at(isPlainDate(date) && date < today && !isOver, 'lifeCycle.targetCloseDate', { today });
    },
  },
  {
    id: 'close-date-far',
    severity: 'error',
    source: '8 LifeCycle.TargetCloseDate: not more than 60 years ahead',
    stage: 'request',
    check: ({ draft: { lifeCycle }, today }) =>
      at(
        isPlainDate(lifeCycle.targetCloseDate) && lifeCycle.targetCloseDate > addMonths(today, FARTHEST_CLOSE_MONTHS),
        'lifeCycle.targetCloseDate',
      ),
  },
  {
    id: 'lost-reason-missing',
    severity: 'error',
    source: '1 rule 8; 11 Closed Lost',
    stage: 'request',
    check: ({ draft: { lifeCycle } }) =>
      at(lifeCycle.stage === 'Closed Lost' && isBlank(lifeCycle.closedLostReason), 'lifeCycle.closedLostReason'),
  },
  {
    id: 'lost-reason-idle',
    severity: 'warning',
    source: '8 LifeCycle.ClosedLostReason: with Closed Lost',
    stage: 'request',
    check: ({ draft: { lifeCycle } }) =>
      at(lifeCycle.stage !== 'Closed Lost' && !isBlank(lifeCycle.closedLostReason), 'lifeCycle.closedLostReason'),
    fix: (draft, path) => setAt(draft, path, ''),
  },
  {
    id: 'launch-needs-account',
    severity: 'error',
    source: '1 rule 9; 11 Launched',
    stage: 'request',
    check: ({ draft: { lifeCycle, customer } }) =>
      at(lifeCycle.stage === 'Launched' && isBlank(customer.account.awsAccountId), 'customer.account.awsAccountId'),
  },
];

const MARKETING = ['useCases', 'channels', 'campaignName', 'awsFundingUsed'] as const;

const marketingRules: readonly OpportunityRule[] = [
  {
    id: 'marketing-source-missing',
    severity: 'error',
    source: '8 Marketing.Source: always sent; 12.1',
    stage: 'share',
    check: ({ draft: { marketing }, isUnshared }) => at(isUnshared && marketing.source === '', 'marketing.source'),
    fix: (draft, path) => setAt(draft, path, 'None'),
  },
  {
    id: 'marketing-funding-missing',
    severity: 'error',
    source: '4 marketing; 8 Marketing.AwsFundingUsed',
    stage: 'request',
    check: ({ draft: { marketing } }) =>
      at(marketing.source === 'Marketing Activity' && isBlank(marketing.awsFundingUsed), 'marketing.awsFundingUsed'),
  },
  {
    id: 'marketing-idle',
    severity: 'error',
    source: '4 marketing; 8 Marketing: absent when Source is None',
    stage: 'request',
    check: ({ draft: { marketing } }) =>
      MARKETING.flatMap((name) =>
        at(marketing.source !== 'Marketing Activity' && marketing[name].length > 0, `marketing.${name}`),
      ),
    fix: (draft, path) => setAt(draft, path, Array.isArray(draft.marketing[path.slice(10) as 'channels']) ? [] : ''),
  },
  {
    id: 'marketing-use-cases-unfunded',
    severity: 'info',
    source: '8 Marketing.UseCases: empty when funding is No',
    stage: 'request',
    check: ({ draft: { marketing } }) =>
      at(marketing.awsFundingUsed === 'No' && marketing.useCases.length > 0, 'marketing.useCases'),
  },
];

export const dealRules: readonly OpportunityRule[] = [...projectRules, ...lifeRules, ...marketingRules];

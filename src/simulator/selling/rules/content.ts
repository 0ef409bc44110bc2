/** The rules of business of an opportunity's content, for a draft and for what AWS already knows. */
import { addMonths, toDay } from '../../catalog/instants.ts';
import type { OpportunityContent, Related } from '../model.ts';
import type { PartnerProfile } from '../partners.ts';
import { isMarketingUseCase, isUsState, isUseCase } from './fixed-lists.ts';
import type { Problems } from './problems.ts';
import { checkSpend } from './spend.ts';

export interface ContentQuestion {
  readonly content: OpportunityContent;
  /** As stored; absent while it is created. */
  readonly before?: OpportunityContent;
  readonly related: Related;
  readonly partner: PartnerProfile;
  readonly now: number;
  readonly exists: (opportunityId: string) => boolean;
}

export function checkContent(question: ContentQuestion, problems: Problems): void {
  checkCustomer(question.content, problems);
  checkProject(question, problems);
  checkMarketing(question.content, problems);
  checkLifeCycle(question, problems);
  checkRevenue(question.content, problems);
}

function checkCustomer({ Customer, NationalSecurity }: OpportunityContent, problems: Problems): void {
  const account = Customer?.Account;
  const at = 'customer.account';
  const isSecret = NationalSecurity === 'Yes';
  problems.need(account?.CompanyName, `${at}.companyName`);
  problems.need(account?.Industry, `${at}.industry`);
  if (account?.Industry === 'Other') problems.need(account.OtherIndustry, `${at}.otherIndustry`);
  if (!isSecret) problems.need(account?.WebsiteUrl, `${at}.websiteUrl`);
  problems.need(account?.Address?.CountryCode, `${at}.address.countryCode`);
  if (account?.Address?.CountryCode === 'US' && !isSecret) {
    const state = account.Address.StateOrRegion;
    problems.need(state, `${at}.address.stateOrRegion`);
    if (state !== undefined && state !== '' && !isUsState(state)) {
      const message = 'stateOrRegion must be the full name of a state of the United States.';
      problems.add(`${at}.address.stateOrRegion`, 'INVALID_VALUE', message);
    }
  }
  if (isSecret && account?.Industry !== 'Government') {
    const message = 'industry must be Government when nationalSecurity is Yes.';
    problems.add(`${at}.industry`, 'INVALID_VALUE', message);
  }
}

function checkProject({ content, before, exists }: ContentQuestion, problems: Problems): void {
  const project = content.Project ?? {};
  problems.need(project.Title, 'project.title');
  problems.need(project.CustomerBusinessProblem, 'project.customerBusinessProblem');
  if (project.CustomerUseCase !== undefined && !isUseCase(project.CustomerUseCase)) {
    problems.add('project.customerUseCase', 'INVALID_VALUE', `'${project.CustomerUseCase}' is not a use case.`);
  }
  checkSpend({ project, isCreate: before === undefined }, problems);
  if (project.CompetitorName === '*Other') {
    problems.need(project.OtherCompetitorNames, 'project.otherCompetitorNames');
  } else if (project.OtherCompetitorNames !== undefined && project.OtherCompetitorNames !== '') {
    const message = "otherCompetitorNames is allowed only when competitorName is '*Other'.";
    problems.add('project.otherCompetitorNames', 'INVALID_VALUE', message);
  }
  const parent = project.RelatedOpportunityIdentifier;
  const field = 'project.relatedOpportunityIdentifier';
  if (content.OpportunityType === 'Flat Renewal') problems.need(parent, field);
  if (parent !== undefined && content.OpportunityType !== 'Net New Business' && !exists(parent)) {
    problems.add(field, 'INVALID_VALUE', `Opportunity ${parent} does not exist or is not accessible.`);
  }
}

function checkMarketing({ Marketing }: OpportunityContent, problems: Problems): void {
  if (Marketing === undefined) return;
  if (Marketing.Source === 'Marketing Activity') {
    if (Marketing.AwsFundingUsed === undefined) {
      const message = 'marketing.awsFundingUsed is required when marketing.source is Yes';
      problems.add('marketing.awsFundingUsed', 'REQUIRED_FIELD_MISSING', message);
    }
  } else {
    const { UseCases = [], CampaignName = '', AwsFundingUsed, Channels = [] } = Marketing;
    if (UseCases.length > 0 || CampaignName !== '' || AwsFundingUsed !== undefined || Channels.length > 0) {
      const message =
        'marketing.useCases , marketing.campaignName , marketing.awsFundingUsed cannot have values if marketing.source is set to No';
      problems.add('marketing.source', 'INVALID_VALUE', message);
    }
  }
  for (const useCase of Marketing.UseCases ?? []) {
    if (!isMarketingUseCase(useCase)) {
      problems.add('marketing.useCases', 'INVALID_VALUE', `'${useCase}' is not a use case of marketing.`);
    }
  }
}

const YEARS_AHEAD = 60;

function checkLifeCycle(question: ContentQuestion, problems: Problems): void {
  const { content, before, now } = question;
  const { Stage, ClosedLostReason, TargetCloseDate } = content.LifeCycle;
  if (TargetCloseDate === undefined) {
    problems.add('lifeCycle.targetCloseDate', 'REQUIRED_FIELD_MISSING', 'Field LifeCycle.TargetCloseDate is required.');
  } else if (TargetCloseDate !== before?.LifeCycle.TargetCloseDate) {
    const today = toDay(now);
    if (TargetCloseDate < today || TargetCloseDate > addMonths(today, YEARS_AHEAD * 12)) {
      const message = 'Invalid date selection. Please select a date within an acceptable range.';
      problems.add('lifeCycle.targetCloseDate', 'INVALID_VALUE', message);
    }
  }
  if (Stage === 'Closed Lost') problems.need(ClosedLostReason, 'lifeCycle.closedLostReason');
  // Nothing can be associated with an opportunity before it exists.
  if (before !== undefined && (Stage === 'Committed' || Stage === 'Launched')) checkLateStage(question, problems);
}

/** What AWS demands of a deal that is won. */
function checkLateStage({ content, related, partner }: ContentQuestion, problems: Problems): void {
  const offered = [related.Solutions, related.AwsMarketplaceSolutions, related.AwsMarketplaceProducts];
  if (offered.every((ids) => ids.length === 0)) {
    const message = "Solution offered cannot be 'Other' when Opportunity stage is Committed or Launched";
    problems.add('relatedEntityIdentifiers.solutions', 'REQUIRED_FIELD_MISSING', message);
  }
  if (content.LifeCycle.Stage !== 'Launched') return;
  problems.need(content.Customer?.Account?.AwsAccountId, 'customer.account.awsAccountId');
  if (!partner.reportsRevenue) return;
  const revenue = content.SoftwareRevenue;
  problems.need(revenue?.DeliveryModel, 'softwareRevenue.deliveryModel');
  problems.need(revenue?.Value?.Amount, 'softwareRevenue.value');
  problems.need(revenue?.EffectiveDate, 'softwareRevenue.effectiveDate');
  problems.need(revenue?.ExpirationDate, 'softwareRevenue.expirationDate');
}

function checkRevenue({ SoftwareRevenue }: OpportunityContent, problems: Problems): void {
  const { EffectiveDate, ExpirationDate } = SoftwareRevenue ?? {};
  if (EffectiveDate !== undefined && ExpirationDate !== undefined && EffectiveDate > ExpirationDate) {
    const message = 'effectiveDate must not be later than expirationDate.';
    problems.add('softwareRevenue.effectiveDate', 'INVALID_VALUE', message);
  }
}

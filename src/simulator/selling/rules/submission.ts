/** What AWS asks of an opportunity before it takes it: more than of a draft. */
import type { SalesInvolvementType } from '@aws-sdk/client-partnercentral-selling';
import { toDay } from '../../catalog/instants.ts';
import type { OpportunityRecord } from '../model.ts';
import { checkContent, type ContentQuestion } from './content.ts';
import { postalCodeProblem } from './postal-codes.ts';
import type { Problems } from './problems.ts';

export function checkSubmission(
  record: OpportunityRecord,
  {
    involvement,
    ...question
  }: Pick<ContentQuestion, 'partner' | 'now' | 'exists'> & {
    readonly involvement: SalesInvolvementType;
  },
  problems: Problems,
): void {
  const { content, related } = record;
  checkContent({ ...question, content, before: content, related }, problems);
  checkNeeds(record, involvement, problems);
  const project = content.Project ?? {};
  requireText(project.CustomerUseCase, 'project.customerUseCase', problems);
  requireText(project.DeliveryModels, 'project.deliveryModels', problems);
  requireText(project.SalesActivities, 'project.salesActivities', problems);
  requireText(content.Marketing?.Source, 'marketing.source', problems);
  checkAddress(record, problems);
  if (related.Solutions.length + related.AwsMarketplaceSolutions.length + related.AwsMarketplaceProducts.length === 0) {
    const message = 'At least one solution or AWS Marketplace product must be associated before submission.';
    problems.add('relatedEntityIdentifiers', 'REQUIRED_FIELD_MISSING', message);
  }
  if (content.LifeCycle.Stage === 'Closed Lost') {
    problems.add('lifeCycle.stage', 'INVALID_VALUE', 'An opportunity that is Closed Lost cannot be submitted.');
  }
  if ((content.LifeCycle.TargetCloseDate ?? '9') < toDay(question.now)) {
    const message = 'Invalid date selection. Please select a date within an acceptable range.';
    problems.add('lifeCycle.targetCloseDate', 'INVALID_VALUE', message);
  }
}

/** AWS writes these without the word Field and without a full stop. */
function requireText(value: unknown, field: string, problems: Problems): void {
  const isEmpty = Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '';
  if (isEmpty) problems.add(field, 'REQUIRED_FIELD_MISSING', `${field} is required`);
}

function checkNeeds({ content }: OpportunityRecord, involvement: SalesInvolvementType, problems: Problems): void {
  const needs = content.PrimaryNeedsFromAws ?? [];
  const isSecret = content.NationalSecurity === 'Yes';
  if (involvement === 'Co-Sell' && needs.length === 0) {
    problems.add('primaryNeedsFromAws', 'REQUIRED_FIELD_MISSING', 'primaryNeedsFromAws is required');
  }
  if (involvement === 'For Visibility Only' && needs.length > 0) {
    const message =
      'Cannot submit opportunity with InvolvementType For Visibility Only when PrimaryNeedsFromAws Is Co-Sell';
    problems.add('primaryNeedsFromAws', 'INVALID_VALUE', message);
  }
  if (isSecret && involvement !== 'Co-Sell') {
    const message = 'An opportunity of national security must be submitted as Co-Sell.';
    problems.add('primaryNeedsFromAws', 'INVALID_VALUE', message);
  }
}

function checkAddress({ content }: OpportunityRecord, problems: Problems): void {
  if (content.NationalSecurity === 'Yes') return;
  const { CountryCode, PostalCode } = content.Customer?.Account?.Address ?? {};
  const problem = CountryCode === undefined ? null : postalCodeProblem(CountryCode, PostalCode ?? '');
  if (problem === null) return;
  const isMissing = (PostalCode ?? '') === '';
  problems.add('customer.account.address.postalCode', isMissing ? 'REQUIRED_FIELD_MISSING' : 'INVALID_VALUE', problem);
}

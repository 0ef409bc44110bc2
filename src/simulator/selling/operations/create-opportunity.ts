/** CreateOpportunity: a draft that AWS does not look at before it is submitted. */
import type { Contact, OpportunityOrigin } from '@aws-sdk/client-partnercentral-selling';
import { opportunityArn } from '../arns.ts';
import { nowOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { opportunityEvent } from '../events.ts';
import { NOTHING_RELATED, type OpportunityRecord } from '../model.ts';
import { refer, referralOf } from '../referrals.ts';
import { checkContent } from '../rules/content.ts';
import { Problems } from '../rules/problems.ts';
import { askedContent, present, storedContent, withStep } from '../rules/stored-content.ts';

export const createOpportunity: Operation = (asked, context) => {
  const { input, partner, catalog } = asked;
  const content = askedContent(input);
  const problems = new Problems();
  const origin = (input['Origin'] ?? 'Partner Referral') as OpportunityOrigin;
  if (origin === 'AWS Referral' && catalog === 'AWS') {
    problems.add('origin', 'INVALID_VALUE', 'origin must be Partner Referral.');
  }
  const held = context.store.opportunities({ owner: partner.accountId, catalog });
  const exists = (id: string) => held.get(id) !== undefined;
  const question = { content, related: NOTHING_RELATED, partner, now: context.deps.clock.now(), exists };
  checkContent(question, problems);
  problems.refuseIfAny();
  const record = newOpportunity(asked, { content: storedContent(content), origin }, context);
  if (origin === 'AWS Referral') return referred(record, context);
  context.store.put(record);
  const tags = input['Tags'] as { Key: string; Value: string }[] | undefined;
  if (tags) context.store.tags.set(opportunityArn(record), { arn: opportunityArn(record), tags });
  context.deps.emit(opportunityEvent(record, 'Created'));
  return present({
    Id: record.id,
    PartnerOpportunityIdentifier: content.PartnerOpportunityIdentifier,
    LastModifiedDate: record.modifiedAt,
  });
};

/** In the Sandbox a partner refers a deal to itself: an invitation arrives, and the opportunity once that is accepted. */
function referred(record: OpportunityRecord, context: SellingContext): Record<string, unknown> {
  const { Customer = {}, Project = {}, LifeCycle } = record.content;
  const spend = Project.ExpectedCustomerSpend?.[0];
  const given = {
    accountId: record.owner,
    catalog: record.catalog,
    companyName: Customer.Account?.CompanyName ?? '',
    industry: Customer.Account?.Industry ?? 'Other',
    countryCode: Customer.Account?.Address?.CountryCode ?? 'US',
    websiteUrl: Customer.Account?.WebsiteUrl ?? '',
    title: Project.Title ?? '',
    businessProblem: Project.CustomerBusinessProblem ?? '',
    amount: spend?.Amount ?? '0',
    currencyCode: spend?.CurrencyCode === 'EUR' ? ('EUR' as const) : ('USD' as const),
    targetCloseDate: LifeCycle.TargetCloseDate ?? '',
    hidden: { opportunityId: record.id, customer: Customer, project: Project },
  };
  refer(referralOf(given, { number: 1, now: context.deps.clock.now() }), context);
  return { Id: record.id, LastModifiedDate: record.modifiedAt };
}

function newOpportunity(
  { input, partner, catalog }: Asked,
  { content, origin }: Pick<OpportunityRecord, 'content' | 'origin'>,
  context: SellingContext,
): OpportunityRecord {
  const now = nowOf(context);
  return {
    id: context.store.nextOpportunityId(),
    owner: partner.accountId,
    catalog,
    createdAt: `${now.slice(0, 19)}Z`,
    modifiedAt: now,
    origin,
    content,
    history: withStep({ history: [] }, content.LifeCycle.NextSteps, now),
    review: { status: 'Pending Submission', comments: null, reason: null },
    team: newTeam(input['OpportunityTeam'] as Contact[] | undefined, partner.users[0]),
    related: NOTHING_RELATED,
    submission: null,
    aws: null,
    engagementId: null,
  };
}

/** The owner is the partner's first user where nobody is named. */
function newTeam(
  given: readonly Contact[] | undefined,
  lead: { readonly email: string; readonly firstName: string; readonly lastName: string } | undefined,
): Contact[] {
  const team = (given ?? []).filter(({ Email }) => Email !== undefined);
  if (!lead || team.some(({ BusinessTitle }) => BusinessTitle === 'OpportunityOwner')) return team;
  const { email, firstName, lastName } = lead;
  return [{ BusinessTitle: 'OpportunityOwner', Email: email, FirstName: firstName, LastName: lastName }, ...team];
}

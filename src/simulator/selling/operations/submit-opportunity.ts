/** SubmitOpportunity: the last step of a submission alone, where an engagement exists already. */
import type { SalesInvolvementType, Visibility } from '@aws-sdk/client-partnercentral-selling';
import { opportunityOf, type Operation } from '../context.ts';
import { businessRefusal } from '../errors.ts';
import { submissionProblems, submit } from '../submission.ts';

export const submitOpportunity: Operation = (asked, context) => {
  const { input } = asked;
  const record = opportunityOf(input['Identifier'], asked, context);
  const refuse = (message: string) =>
    businessRefusal([{ field: 'identifier', code: 'INVALID_RESOURCE_STATE', message }]);
  if (record.review.status !== 'Pending Submission') {
    throw refuse(`The opportunity is ${record.review.status}; only a draft can be submitted.`);
  }
  if (record.engagementId === null) throw refuse('The opportunity belongs to no engagement.');
  const wish = {
    involvement: input['InvolvementType'] as SalesInvolvementType,
    visibility: input['Visibility'] as Visibility | undefined,
  };
  submissionProblems(record, wish, context).refuseIfAny();
  submit(record, wish, context);
  return {};
};

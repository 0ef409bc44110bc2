/** AssociateOpportunity and DisassociateOpportunity: one solution, product or offer a call. */
import type { RelatedEntityType } from '@aws-sdk/client-partnercentral-selling';
import { changeOpportunity } from '../changes.ts';
import { opportunityOf, type Asked, type Operation, type SellingContext } from '../context.ts';
import { notFound } from '../errors.ts';
import type { OpportunityRecord } from '../model.ts';
import { checkEntity, checkLast, checkNotLost, checkNumber, type Association } from '../rules/association.ts';
import { Problems } from '../rules/problems.ts';
import { checkOpen } from '../rules/state.ts';

export const associateOpportunity: Operation = (asked, context) => {
  const { record, association } = read(asked, context);
  const { type, id } = association;
  // Asking twice for the same changes nothing.
  if (record.related[type].includes(id)) return {};
  const problems = new Problems();
  checkNotLost(record, association, problems);
  checkNumber(record, association, problems);
  checkEntity(association, { asked, context, record }, problems);
  problems.refuseIfAny();
  relate(record, { type, ids: [...record.related[type], id] }, context);
  return {};
};

export const disassociateOpportunity: Operation = (asked, context) => {
  const { record, association } = read(asked, context);
  const { type, id } = association;
  if (!record.related[type].includes(id)) throw notFound(id);
  const problems = new Problems();
  checkNotLost(record, association, problems);
  checkLast(record, association, problems);
  problems.refuseIfAny();
  relate(record, { type, ids: record.related[type].filter((other) => other !== id) }, context);
  return {};
};

function read(asked: Asked, context: SellingContext): { record: OpportunityRecord; association: Association } {
  const { input } = asked;
  const record = opportunityOf(input['OpportunityIdentifier'], asked, context);
  checkOpen(record);
  const type = input['RelatedEntityType'] as RelatedEntityType;
  return { record, association: { type, id: String(input['RelatedEntityIdentifier']) } };
}

function relate(
  record: OpportunityRecord,
  { type, ids }: { readonly type: RelatedEntityType; readonly ids: readonly string[] },
  context: SellingContext,
): void {
  const change = { content: withoutOther(record, type), related: { ...record.related, [type]: ids } };
  changeOpportunity(record, change, context);
}

/** The free text for another solution makes way for a real one. */
function withoutOther({ content }: OpportunityRecord, type: RelatedEntityType): OpportunityRecord['content'] {
  if (type !== 'Solutions' || content.Project?.OtherSolutionDescription === undefined) return content;
  const { OtherSolutionDescription: _emptied, ...project } = content.Project;
  return { ...content, Project: project };
}

/** DescribeChangeSet and CancelChangeSet. */
import { changeSetArn } from '../arns.ts';
import type { ChangeRecord, ChangeSetRecord } from '../change-sets/record.ts';
import { notCancellable, notFound } from '../errors.ts';
import { checkCatalog, requiredText, type CatalogContext, type Operation, type OperationInput } from './operation.ts';

export const describeChangeSet: Operation = (input, caller, context) => {
  const record = ownChangeSet(input, caller.accountId, context);
  return {
    ChangeSetId: record.id,
    ChangeSetArn: changeSetArn(record.owner, record.id),
    ChangeSetName: record.name,
    Intent: record.intent,
    StartTime: record.startTime,
    EndTime: record.endTime,
    Status: record.status,
    FailureCode: record.failureCode,
    FailureDescription: record.failureDescription,
    ChangeSet: record.changes.map(changeSummary),
  };
};

export const cancelChangeSet: Operation = (input, caller, context) => {
  const record = ownChangeSet(input, caller.accountId, context);
  if (record.status !== 'PREPARING') throw notCancellable(record.id, record.status);
  context.runner.cancel(record.id);
  return { ChangeSetId: record.id, ChangeSetArn: changeSetArn(record.owner, record.id) };
};

function ownChangeSet(input: OperationInput, accountId: string, { store }: CatalogContext): ChangeSetRecord {
  checkCatalog(input);
  const id = requiredText(input, 'ChangeSetId');
  const record = store.changeSets.get(id);
  if (!record || record.owner !== accountId) throw notFound('Change set', id);
  return record;
}

function changeSummary(change: ChangeRecord): Record<string, unknown> {
  return {
    ChangeType: change.changeType,
    Entity: { Type: `${change.entityType}@1.0`, Identifier: change.identifier },
    Details: JSON.stringify(change.details),
    DetailsDocument: change.details,
    ErrorDetailList: change.errors,
    ChangeName: change.changeName,
  };
}

/** From the accepted change set to AWS's final word, and then what AWS really holds. */
import type { DescribeChangeSetCommandOutput } from '@aws-sdk/client-marketplace-catalog';
import type { ChangedEntity } from '../../shared/domain/change/change.ts';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import { createAppError, type AppError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { changeSetOf } from './carriers.ts';
import { describeChangeSet } from './change-sets.ts';
import type { Journal } from './journal.ts';
import { entityKindOf, type Kinds, type ReadEntity } from './kinds.ts';
import { expectFailure } from './outcome.ts';
import type { ChangeError, ChangePatch, JournalRow } from './store.ts';
import type { Waiting } from './waiting.ts';

/** A change set that has just been made may not be known everywhere yet: not a failure worth showing in the first rounds. */
const SILENT_ROUNDS = 4;

export interface FollowingDependencies {
  readonly journal: Journal;
  readonly aws: AwsAccess;
  readonly kinds: Kinds;
  readonly closing: AbortSignal;
}

interface Comparison {
  readonly differences: Difference[];
  /** The entity that the write is about; null where nobody here can read it. */
  readonly entity: ReadEntity | null;
}

export interface Following {
  /** Asks until AWS has decided. */
  follow(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  /** Reads the entities back and writes down how they differ from what was meant. */
  readBack(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  compare(row: JournalRow, signal: AbortSignal): Promise<Comparison>;
}

export function createFollowing({ journal, aws, kinds, closing }: FollowingDependencies): Following {
  const options = (row: JournalRow): CallOptions => ({ priority: 'background', changeId: row.id, signal: closing });

  function noteError(row: JournalRow, error: AppError): JournalRow {
    return row.error?.code === error.code ? row : journal.move(row, row.state, { error });
  }

  function takeAnswer(row: JournalRow, answer: DescribeChangeSetCommandOutput): JournalRow {
    const awsStatus = answer.Status ?? row.awsStatus ?? 'PREPARING';
    switch (awsStatus) {
      case 'SUCCEEDED':
        return journal.move(row, 'succeeded', { awsStatus, error: null, ...madeBy(row, answer) });
      case 'FAILED':
        return journal.move(row, 'failed', { awsStatus, ...failureOf(kinds, row, answer) });
      case 'CANCELLED':
        return journal.move(row, 'cancelled', { awsStatus, error: null });
      default:
        return awsStatus === row.awsStatus && row.error === null
          ? row
          : journal.move(row, 'sent', { awsStatus, error: null });
    }
  }

  async function compare(row: JournalRow, signal: AbortSignal): Promise<Comparison> {
    const intent = changeSetOf(row);
    const main: ChangedEntity[] = row.entityId === null ? [] : [{ type: row.entityType, id: row.entityId }];
    const others = row.entities.filter(({ id }) => id !== row.entityId);
    const differences: Difference[] = [];
    let entity: ReadEntity | null = null;
    for (const { type, id } of [...main, ...others]) {
      const kind = entityKindOf(kinds, type);
      if (!kind) continue;
      const found = await kind.read(row.account, id, signal);
      const isMain = id === row.entityId;
      differences.push(...kind.compare(intent, found, isMain));
      if (isMain) entity = found;
    }
    return { differences, entity };
  }

  return {
    compare,
    async follow(row, waiting) {
      let current = row;
      while (current.state === 'sent') {
        await waiting.pause();
        try {
          const answer = await describeChangeSet(aws.catalog(row.account), row.changeSetId ?? '', options(row));
          current = takeAnswer(current, answer);
        } catch (error) {
          const problem = expectFailure(error, closing);
          const isEarly = problem.code === 'resource-not-found' && waiting.rounds < SILENT_ROUNDS;
          if (!isEarly) current = noteError(current, problem);
        }
      }
      waiting.reset();
      return current;
    },
    async readBack(row, waiting) {
      let current = row;
      for (;;) {
        try {
          const { differences, entity } = await compare(current, closing);
          const after = entity === null ? {} : { after: entity.document };
          return journal.move(current, 'verified', { differences, ...after, error: null });
        } catch (error) {
          current = noteError(current, expectFailure(error, closing));
          await waiting.pause();
        }
      }
    },
  };
}

/** The entities that the change set made or changed; its references are resolved once it has succeeded. */
function madeBy(row: JournalRow, answer: DescribeChangeSetCommandOutput): ChangePatch {
  const entities = new Map<string, ChangedEntity>();
  for (const { Entity } of answer.ChangeSet ?? []) {
    const type = Entity?.Type?.split('@')[0];
    const id = Entity?.Identifier?.split('@')[0];
    if (type && id && !entities.has(id)) entities.set(id, { type, id });
  }
  const all = [...entities.values()];
  const entityId = row.entityId ?? all.find(({ type }) => type === row.entityType)?.id ?? null;
  return { entityId, entities: all };
}

function failureOf(kinds: Kinds, row: JournalRow, answer: DescribeChangeSetCommandOutput): ChangePatch {
  const errors: ChangeError[] = (answer.ChangeSet ?? []).flatMap(({ ChangeType = '', ErrorDetailList, Entity }) =>
    (ErrorDetailList ?? []).map(({ ErrorCode = '', ErrorMessage = '' }) => ({
      changeType: ChangeType,
      code: ErrorCode,
      message: ErrorMessage,
      path: entityKindOf(kinds, Entity?.Type?.split('@')[0] ?? row.entityType)?.pathOf(ChangeType, ErrorCode) ?? null,
    })),
  );
  const error = createAppError('change-set-failed', {
    params: {
      failureCode: answer.FailureCode ?? '',
      description: answer.FailureDescription ?? '',
      changeSetId: row.changeSetId ?? '',
    },
    fields: errors.flatMap(({ path, code, message }) =>
      path === null ? [] : [{ path, messageKey: 'errors:field.aws', params: { code, message } }],
    ),
    // AWS's own fault: the same draft may be published again, as a new write with a token of its own.
    retryable: answer.FailureCode === 'SERVER_FAULT',
    action:
      row.draftId === null
        ? null
        : { kind: 'open-draft', draftId: row.draftId, path: errors.find(({ path }) => path !== null)?.path ?? null },
  });
  return { errors, error };
}

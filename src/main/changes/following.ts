/** From the accepted change set to AWS's final word, and then what AWS really holds. */
import type { DescribeChangeSetCommandOutput } from '@aws-sdk/client-marketplace-catalog';
import { compareOffers } from '../../shared/domain/offer/compare.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import { createAppError, type AppError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import type { OfferEntity, OfferSource } from '../sources.ts';
import { describeChangeSet } from './change-sets.ts';
import { findDraftPath } from './error-fields.ts';
import type { Journal } from './journal.ts';
import { expectFailure } from './outcome.ts';
import type { ChangeError, ChangePatch, JournalRow } from './store.ts';
import type { Waiting } from './waiting.ts';

/** A change set that has just been made may not be known everywhere yet: not a failure worth showing in the first rounds. */
const SILENT_ROUNDS = 4;

export interface FollowingDependencies {
  readonly journal: Journal;
  readonly aws: AwsAccess;
  readonly offers: OfferSource;
  readonly closing: AbortSignal;
}

export interface Following {
  /** Asks until AWS has decided. */
  follow(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  /** Reads the offer back and writes down how it differs from what was meant. */
  readBack(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  compare(row: JournalRow, signal: AbortSignal): Promise<{ differences: Difference[]; entity: OfferEntity }>;
}

export function createFollowing(deps: FollowingDependencies): Following {
  const { journal, aws, offers, closing } = deps;

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
        return journal.move(row, 'failed', { awsStatus, ...failureOf(row, answer) });
      case 'CANCELLED':
        return journal.move(row, 'cancelled', { awsStatus, error: null });
      default:
        return awsStatus === row.awsStatus && row.error === null
          ? row
          : journal.move(row, 'sent', { awsStatus, error: null });
    }
  }

  async function compare(
    row: JournalRow,
    signal: AbortSignal,
  ): Promise<{ differences: Difference[]; entity: OfferEntity }> {
    const entity = await offers.read(row.account, row.offerId ?? '', signal);
    const { draft, request } = row.intent;
    const found = parseOffer(entity.document, entity.revision, draft?.product ?? null);
    const released = request.ChangeSet.some((change) => change.ChangeType === 'ReleaseOffer');
    const state: Difference[] =
      released && found.target?.state !== 'Released'
        ? [{ path: 'state', meant: 'Released', found: found.target?.state ?? null }]
        : [];
    return { differences: [...state, ...(draft ? compareOffers(draft, found) : [])], entity };
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
          return journal.move(current, 'verified', { differences, after: entity.document, error: null });
        } catch (error) {
          current = noteError(current, expectFailure(error, closing));
          await waiting.pause();
        }
      }
    },
  };
}

/** The offer that the change set made or changed; its references are resolved once it has succeeded. */
function madeBy(row: JournalRow, answer: DescribeChangeSetCommandOutput): ChangePatch {
  const changes = answer.ChangeSet ?? [];
  const ofOffer = changes.find(({ Entity }) => Entity?.Type?.startsWith('Offer@') && Entity.Identifier);
  const offerId = ofOffer?.Entity?.Identifier?.split('@')[0] ?? row.offerId;
  return { offerId };
}

function failureOf(row: JournalRow, answer: DescribeChangeSetCommandOutput): ChangePatch {
  const errors: ChangeError[] = (answer.ChangeSet ?? []).flatMap(({ ChangeType = '', ErrorDetailList }) =>
    (ErrorDetailList ?? []).map(({ ErrorCode = '', ErrorMessage = '' }) => ({
      changeType: ChangeType,
      code: ErrorCode,
      message: ErrorMessage,
      path: findDraftPath(ChangeType, ErrorCode),
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

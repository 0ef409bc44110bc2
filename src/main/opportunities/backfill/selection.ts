/** Which opportunities a backfill is about: what is asked of AWS, and what is decided once its list has shown them. */
import type { BackfillFilter, BackfillRowState, BackfillWish } from '../../../shared/domain/opportunity/backfill.ts';
import { foldText } from '../../../shared/domain/text/fold.ts';
import type { ListWish } from '../reader.ts';
import type { ListedColumns } from '../readings.ts';

/** The most ids that one question may name. */
const IDS_A_QUESTION = 20;
const SECOND_MS = 1000;

interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** The questions to AWS, one after the other; several where more ids are named than one question takes. */
export function toQuestions({ filter }: BackfillWish): ListWish[] {
  const ids = [...new Set(filter.identifiers)];
  if (ids.length === 0) return [toQuestion(filter)];
  const questions: ListWish[] = [];
  for (let start = 0; start < ids.length; start += IDS_A_QUESTION) {
    questions.push({ ...toQuestion(filter), Identifier: ids.slice(start, start + IDS_A_QUESTION) });
  }
  return questions;
}

function toQuestion(filter: BackfillFilter): ListWish {
  const modified = toInstants(filter.modified);
  const created = toInstants(filter.created);
  const { close } = filter;
  return {
    ...(filter.stages.length > 0 ? { LifeCycleStage: filter.stages } : {}),
    ...(filter.reviewStatuses.length > 0 ? { LifeCycleReviewStatus: filter.reviewStatuses } : {}),
    ...(filter.customers.length > 0 ? { CustomerCompanyName: filter.customers } : {}),
    ...(modified
      ? {
          LastModifiedDate: {
            ...(modified.from ? { AfterLastModifiedDate: modified.from } : {}),
            ...(modified.to ? { BeforeLastModifiedDate: modified.to } : {}),
          },
        }
      : {}),
    ...(created
      ? {
          CreatedDate: {
            ...(created.from ? { AfterCreatedDate: created.from } : {}),
            ...(created.to ? { BeforeCreatedDate: created.to } : {}),
          },
        }
      : {}),
    ...(close.from !== null || close.to !== null
      ? {
          TargetCloseDate: {
            ...(close.from === null ? {} : { AfterTargetCloseDate: close.from }),
            ...(close.to === null ? {} : { BeforeTargetCloseDate: close.to }),
          },
        }
      : {}),
  };
}

/** Days in UTC; the last one to its end. */
function toInstants({ from, to }: DayRange): { from: Date | null; to: Date | null } | null {
  if (from === null && to === null) return null;
  return {
    from: from === null ? null : new Date(`${from}T00:00:00.000Z`),
    to: to === null ? null : new Date(`${to}T23:59:59.999Z`),
  };
}

/** The same question for the rest of a list that AWS broke off: newest first, so below the oldest that was seen. */
export function below(question: ListWish, floor: string): ListWish {
  const limit = new Date(Date.parse(floor) + SECOND_MS);
  const asked = question.LastModifiedDate?.BeforeLastModifiedDate;
  const before = asked && asked < limit ? asked : limit;
  return { ...question, LastModifiedDate: { ...question.LastModifiedDate, BeforeLastModifiedDate: before } };
}

/** What this machine has of an opportunity. */
export interface Held {
  /** Last change that the record read here tells; null where none was read. */
  readonly modifiedAt: string | null;
  /** Told to have changed since it was read, or to be gone. */
  readonly isDoubtful: boolean;
}

export function decide(wish: BackfillWish, listed: ListedColumns, held: Held | undefined): BackfillRowState {
  if (!fits(wish.filter, listed)) return 'left-out';
  if (wish.mode === 'held' && !held) return 'left-out';
  if (wish.mode === 'stale' && held && !held.isDoubtful && held.modifiedAt === listed.modifiedAt) return 'current';
  return 'queued';
}

function fits(filter: BackfillFilter, listed: ListedColumns): boolean {
  const among = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
  return (
    among(filter.countries, listed.country) &&
    among(filter.industries, listed.industry) &&
    among(filter.types, listed.opportunityType) &&
    foldText(listed.customer).includes(foldText(filter.customerPart.trim()))
  );
}

/** What tests and training order beforehand: how long tasks take and how they end, and what AWS's reviewers say. */
import type { ReviewStatus } from '@aws-sdk/client-partnercentral-selling';
import type { OrderedFailure, TaskKind } from './model-engagement.ts';

export interface TaskFailure extends OrderedFailure {
  readonly accountId: string;
  /** Absent = whichever task comes next. */
  readonly kind?: TaskKind;
}

export type ReviewAnswer = Extract<ReviewStatus, 'Approved' | 'Action Required' | 'Rejected'>;

export interface ReviewHabits {
  /** What is said in the end; null = deals wait in review until somebody reviews them by hand. */
  readonly answer: ReviewAnswer | null;
  readonly comments: string | null;
  readonly reason: string | null;
  /** From submission to the start of the review, and from there to the answer. */
  readonly startMs: number;
  readonly answerMs: number;
}

export class SellingControls {
  readonly #failures: TaskFailure[] = [];
  /** A little while, so that clients must follow a task to its end. */
  taskMs = 2_000;
  review: ReviewHabits = { answer: 'Approved', comments: null, reason: null, startMs: 30_000, answerMs: 90_000 };

  scriptFailure(failure: TaskFailure): void {
    this.#failures.push(failure);
  }

  takeFailure(accountId: string, kind: TaskKind): OrderedFailure | null {
    const index = this.#failures.findIndex(
      (failure) => failure.accountId === accountId && (failure.kind === undefined || failure.kind === kind),
    );
    const [taken] = this.#failures.splice(index, index < 0 ? 0 : 1);
    return taken ? { reasonCode: taken.reasonCode, message: taken.message } : null;
  }
}

/** From the intent to AWS's answer: identity, documents, one send, and after an unknown outcome a look before the next. */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { createAppError, fail, type AppError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource } from '../sources.ts';
import { createCarriers, type Landed } from './carriers.ts';
import type { Journal } from './journal.ts';
import type { Kinds } from './kinds.ts';
import { expectFailure, judgeSend, judgeStep } from './outcome.ts';
import { refusalErrors } from './refusal.ts';
import type { JournalRow } from './store.ts';
import type { Waiting } from './waiting.ts';

/** A request that has no answer after this is given up; shorter than a lease, so that its sender still holds the row. */
const REQUEST_MS = 20_000;
const SHORTEST_REQUEST_MS = 1500;
/** AWS's indexes may lag behind its answers; not seen after this means not there. */
const INDEX_LAG_MS = 60_000;
/** An intent that was interrupted longer ago is not sent without asking: the user may have forgotten it. */
const STALE_INTENT_MS = 60 * 60 * 1000;

export interface SendingDependencies {
  readonly journal: Journal;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly clock: Clock;
  readonly kinds: Kinds;
  readonly eulaFiles: { get(sha256: string): Uint8Array };
  /** Ends requests when the core has waited long enough for them. */
  readonly cut: AbortSignal;
}

export interface Sending {
  /** Puts its documents into the account's bucket. */
  upload(row: JournalRow, waiting: Waiting): Promise<JournalRow>;
  /** Sends a row of which it is known that nothing of it was made. `mayBeOld`: a person has just asked for it. */
  send(row: JournalRow, waiting: Waiting, mayBeOld: boolean): Promise<JournalRow>;
  /** After an unknown outcome: finds what was made, or proves that there is nothing and sends again. */
  lookThenSend(row: JournalRow, waiting: Waiting, mayBeOld: boolean): Promise<JournalRow>;
}

export function createSending(deps: SendingDependencies): Sending {
  const { journal, aws, accounts, clock, kinds, eulaFiles, cut } = deps;
  const carrierOf = createCarriers(deps);
  const requestMs = Math.max(SHORTEST_REQUEST_MS, REQUEST_MS / clock.speed);
  const provenMs = requestMs + INDEX_LAG_MS / clock.speed;

  const callOptions = (row: JournalRow): CallOptions => ({ priority: 'user', changeId: row.id, signal: cut });

  /** A step that may be repeated failed before anything was sent. */
  async function afterStepFailure(row: JournalRow, error: AppError, waiting: Waiting): Promise<JournalRow> {
    const verdict = judgeStep(error);
    if (verdict === 'refused') return journal.move(row, 'refused', { error, errors: refusalErrors(kinds, row, error) });
    const next = journal.move(row, restingState(row), { error, paused: verdict === 'pause' });
    if (verdict === 'wait') await waiting.pause();
    return next;
  }

  async function upload(row: JournalRow, waiting: Waiting): Promise<JournalRow> {
    try {
      await aws.confirmIdentity(row.account, callOptions(row));
      const { eulaBucket } = accounts.getSettings(row.account);
      if (!eulaBucket) fail('bucket-missing');
      for (const { sha256, key } of row.documents) {
        await aws.s3(row.account).send(
          new PutObjectCommand({
            Bucket: eulaBucket.bucket,
            Key: key,
            Body: eulaFiles.get(sha256),
            ContentType: 'application/pdf',
          }),
          callOptions(row),
        );
      }
    } catch (error) {
      return afterStepFailure(row, expectFailure(error, cut), waiting);
    }
    waiting.reset();
    return journal.move(row, 'eula-uploaded', { error: null });
  }

  async function send(row: JournalRow, waiting: Waiting, mayBeOld: boolean): Promise<JournalRow> {
    if (!mayBeOld && clock.now() - Date.parse(row.createdAt) > STALE_INTENT_MS) {
      const error = createAppError('interrupted-before-sending', { retryable: true, action: { kind: 'retry' } });
      return journal.move(row, restingState(row), { error, paused: true });
    }
    let carry: (options: CallOptions) => Promise<Landed>;
    try {
      await aws.confirmIdentity(row.account, callOptions(row));
      carry = await carrierOf(row).prepare(row, callOptions(row));
    } catch (error) {
      return afterStepFailure(row, expectFailure(error, cut), waiting);
    }
    const attempts = row.attempts + 1;
    const sending = journal.move(row, 'sending', { attempts, sendingSince: clock.realNow(), error: null });
    return attempt(sending, carry, waiting);
  }

  async function attempt(
    row: JournalRow,
    carry: (options: CallOptions) => Promise<Landed>,
    waiting: Waiting,
  ): Promise<JournalRow> {
    let landed: Landed;
    try {
      landed = await withDeadline(row, (signal) => carry({ ...callOptions(row), signal }));
    } catch (error) {
      return afterSendFailure(row, expectFailure(error, cut), waiting);
    }
    journal.reach('answered', row.id);
    waiting.reset();
    return journal.move(row, landed.state, { ...landed.patch, error: null });
  }

  async function afterSendFailure(row: JournalRow, error: AppError, waiting: Waiting): Promise<JournalRow> {
    const verdict = judgeSend(error);
    if (verdict === 'unknown') return journal.move(row, 'sending', { error });
    if (verdict !== 'refused') {
      const next = journal.move(row, restingState(row), { error, paused: verdict === 'pause' });
      if (verdict === 'wait') await waiting.pause();
      return next;
    }
    // The refusal may mean "you have sent this before, with another address": then an earlier send has worked after all.
    const earlier = row.attempts > 1 ? await look(row, waiting) : null;
    return earlier ?? journal.move(row, 'refused', { error, errors: refusalErrors(kinds, row, error) });
  }

  /** Looks until what was sent is found or an index that lags could no longer hide it. */
  async function look(row: JournalRow, waiting: Waiting): Promise<JournalRow | null> {
    // A clock that was set back must not make us wait for the future.
    const provenAt = Math.min(row.sendingSince ?? 0, clock.realNow()) + provenMs;
    let current = row;
    waiting.reset();
    for (;;) {
      const startedAt = clock.realNow();
      try {
        const found = await carrierOf(row).look(row, callOptions(row));
        if (found) {
          waiting.reset();
          return journal.move(current, found.state, { ...found.patch, error: null });
        }
        if (startedAt >= provenAt) return null;
        await waiting.pause((provenAt - startedAt) * clock.speed);
      } catch (error) {
        current = noteError(current, expectFailure(error, cut));
        await waiting.pause();
      }
    }
  }

  function noteError(row: JournalRow, error: AppError): JournalRow {
    return row.error?.code === error.code ? row : journal.move(row, row.state, { error });
  }

  /** The clock starts when `sending` was written: a process that slept in between does not send late. */
  async function withDeadline<T>(row: JournalRow, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const remaining = (row.sendingSince ?? 0) + requestMs - clock.realNow();
    if (remaining <= 0) fail('network-unreachable', { retryable: true });
    const late = new AbortController();
    const done = new AbortController();
    clock.sleep(remaining * clock.speed, done.signal).then(
      () => late.abort(),
      () => {},
    );
    try {
      return await work(AbortSignal.any([cut, late.signal]));
    } catch (error) {
      if (late.signal.aborted) fail('network-unreachable', { retryable: true }, error);
      throw error;
    } finally {
      done.abort();
    }
  }

  return {
    upload,
    send,
    async lookThenSend(row, waiting, mayBeOld) {
      const found = await look(row, waiting);
      if (found) return found;
      journal.reach('looked', row.id);
      return send(row, waiting, mayBeOld);
    },
  };
}

/** Where a row rests of which it is known that nothing was made. */
function restingState(row: JournalRow): 'intended' | 'eula-uploaded' {
  return row.documents.length > 0 && row.state !== 'intended' ? 'eula-uploaded' : 'intended';
}

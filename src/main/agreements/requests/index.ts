/** Requests about agreements: the local copy, and sending and withdrawing them through the journal. */
import { memberOf } from '../../../shared/domain/agreement/accepted-terms.ts';
import type { AgreementDetail } from '../../../shared/domain/agreement/agreement.ts';
import { REQUEST_KINDS, REQUEST_LIMITS, type RequestKind } from '../../../shared/domain/agreement/request.ts';
import type { Change } from '../../../shared/domain/change/change.ts';
import type { ChangeKind } from '../../../shared/domain/change/kinds.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import type { Changes } from '../../changes/index.ts';
import { breathe } from '../../entities/breathe.ts';
import { claimCopy, type SyncDependencies } from '../../entities/sync-job.ts';
import type { EventBus } from '../../events.ts';
import type { Handlers } from '../../handlers.ts';
import type { Jobs, StartedJob } from '../../jobs/index.ts';
import type { Logger } from '../../ports.ts';
import type { AccountSource } from '../../sources.ts';
import type { AgreementReading } from '../agreement-reader.ts';
import type { Agreements } from '../index.ts';
import { listRequests, readRequest } from './request-reader.ts';
import { createRequestStore } from './request-store.ts';
import * as check from './validate.ts';

export const REQUESTS_KIND = 'agreements.requests';

type RequestMethod =
  | 'agreements.requests'
  | 'agreements.request'
  | 'agreements.syncRequests'
  | 'agreements.requestFacts'
  | 'agreements.sendCancellation'
  | 'agreements.sendPayment'
  | 'agreements.sendAdjustment'
  | 'agreements.withdrawRequest';

export interface AgreementRequests {
  readonly handlers: Pick<Handlers, RequestMethod>;
  sync(account: string): StartedJob;
  /** Asks again for what somebody still has to decide, of one agreement or of all. */
  follow(account: string, signal: AbortSignal, agreementId?: string): Promise<void>;
  /** Asks for open requests of these accounts where that is due. Called periodically. */
  tend(accounts: readonly string[]): Promise<void>;
  close(): void;
}

export interface RequestDependencies extends Omit<SyncDependencies, 'accounts'> {
  readonly accounts: AccountSource;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly logger: Logger;
  readonly agreements: Pick<Agreements, 'get' | 'store'>;
  readonly changes: Pick<Changes, 'beginCall'>;
}

/** Open requests are asked for this often, real time; events bring news at once where there are any. */
const FOLLOW_EVERY_MS = 300_000;

const OURS: readonly ChangeKind[] = [
  'agreement-cancellation',
  'agreement-payment',
  'agreement-adjustment',
  'agreement-cancellation-withdrawal',
  'agreement-payment-withdrawal',
];

export function createAgreementRequests(deps: RequestDependencies): AgreementRequests {
  const { database, accounts, clock, events, aws, agreements, changes } = deps;
  const store = createRequestStore(database);
  const closing = new AbortController();
  /** When open requests of an account were last asked for, real time. */
  const followedAt = new Map<string, number>();
  const now = () => new Date(clock.now()).toISOString();
  const announce = (account: string) => events.emit('agreements.changed', { account });
  const readingOf = (account: string, signal: AbortSignal, priority: AgreementReading['priority'] = 'user') => ({
    door: aws.agreement(account),
    priority,
    signal,
  });

  function variableTermOf(account: string, agreementId: string): check.VariableTerm | null {
    for (const accepted of agreements.store.terms(account, agreementId)?.accepted ?? []) {
      const [name, term] = memberOf(accepted) ?? [];
      if (name === 'variablePaymentTerm') return toVariableTerm(term);
    }
    return null;
  }

  async function readAll(account: string, reading: AgreementReading, agreementId?: string): Promise<number> {
    let count = 0;
    for (const kind of REQUEST_KINDS) {
      const listed = await listRequests(reading, kind, agreementId === undefined ? {} : { agreementId });
      database.cacheTransaction(() => {
        for (const request of listed) {
          store.save(account, request, variableTermOf(account, request.agreementId)?.expiration ?? null, now());
        }
      });
      count += listed.length;
      await breathe(reading.signal);
    }
    return count;
  }

  function sync(account: string): StartedJob {
    const { awsAccountId } = accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: REQUESTS_KIND,
      account,
      async work(report, signal) {
        await claimCopy(deps, { account, awsAccountId }, { priority: 'background', signal });
        report.phase('requests.sync.listing');
        try {
          report.progress(await readAll(account, readingOf(account, signal, 'background')), null);
          deps.store.complete(account, REQUESTS_KIND, now());
        } finally {
          announce(account);
        }
      },
    });
  }

  async function readOne(account: string, id: string, signal: AbortSignal) {
    const known = store.get(account, id) ?? fail('not-found', { params: { name: id } });
    const read = await readRequest(readingOf(account, signal), known);
    const expiration = variableTermOf(account, known.agreementId)?.expiration ?? null;
    if (read) database.cacheTransaction(() => store.save(account, read, expiration, now()));
    announce(account);
    return store.get(account, id) ?? known;
  }

  async function follow(account: string, signal: AbortSignal, agreementId?: string): Promise<void> {
    for (const request of store.open(account)) {
      if (agreementId === undefined || request.agreementId === agreementId) await readOne(account, request.id, signal);
    }
  }

  interface Wish {
    readonly account: string;
    readonly agreementId: string;
    readonly kind: ChangeKind;
    readonly title: string;
    readonly payload: unknown;
    readonly confirmedAccountId: string;
  }

  async function begin(wish: Wish, signal: AbortSignal): Promise<{ change: Change }> {
    const { account, agreementId, kind, title, payload, confirmedAccountId } = wish;
    const change = await changes.beginCall(
      { account, kind, title, entityType: 'Agreement', entityId: agreementId, payload },
      { confirmedAccountId, signal },
    );
    return { change };
  }

  const detailOf = (account: string, agreementId: string, signal: AbortSignal): Promise<AgreementDetail> =>
    agreements.get(account, agreementId, { refresh: true, signal });

  // What has just been sent is in the copy at once, whatever the next sync would find.
  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('offerId' in payload)) return;
    const { account, kind, state, entityId } = payload;
    if (!OURS.includes(kind) || entityId === null || (state !== 'succeeded' && state !== 'verified')) return;
    readAll(account, readingOf(account, closing.signal, 'background'), entityId)
      .then(() => announce(account))
      .catch((error: unknown) => {
        if (!closing.signal.aborted) deps.logger.warn('could not read requests', { account, error });
      });
  });

  return {
    sync,
    close() {
      closing.abort();
      stopListening();
    },
    follow,
    async tend(keys) {
      for (const account of keys) {
        if (clock.realNow() - (followedAt.get(account) ?? clock.realNow() - FOLLOW_EVERY_MS) < FOLLOW_EVERY_MS)
          continue;
        followedAt.set(account, clock.realNow());
        await follow(account, closing.signal).catch((error: unknown) => {
          if (!closing.signal.aborted) deps.logger.warn('could not follow open requests', { account, error });
        });
      }
    },
    handlers: {
      'agreements.requests': async (filter) => store.list(filter),
      'agreements.request': ({ account, id }, { signal }) => readOne(account, id, signal),
      'agreements.syncRequests': async ({ account }) => ({ jobId: sync(account).id }),
      'agreements.requestFacts': async ({ account, agreementId }) => {
        const term = variableTermOf(account, agreementId);
        return { variable: term && { currency: term.currency, max: term.max, expiration: term.expiration } };
      },
      async 'agreements.sendCancellation'(input, { signal }) {
        const { account, agreementId, reason, description } = input;
        const settings = accounts.getSettings(account);
        check.refuseFields([...check.checkReason(reason, description), ...check.checkCancellation(description)]);
        const { summary } = await detailOf(account, agreementId, signal);
        check.refuseFields([...check.checkOwn(summary, settings), ...check.checkActive(summary)]);
        const payload = { agreementId, reasonCode: reason, description: description.trim() };
        return begin({ ...input, kind: 'agreement-cancellation', title: agreementId, payload }, signal);
      },
      async 'agreements.sendPayment'(input, { signal }) {
        const { account, agreementId, name, description } = input;
        const settings = accounts.getSettings(account);
        const { amount, problems } = check.readAmount(input.amount, REQUEST_LIMITS.paymentDecimals);
        check.refuseFields([
          ...check.checkText('name', name, { min: REQUEST_LIMITS.nameMin, max: REQUEST_LIMITS.nameMax }),
          ...check.checkText('description', description, { max: REQUEST_LIMITS.paymentDescription }),
          ...problems,
          ...check.checkLastFour(settings, input.lastFour),
        ]);
        const { summary } = await detailOf(account, agreementId, signal);
        const term = variableTermOf(account, agreementId);
        if (!term) fail('not-supported', { params: { name: agreementId } });
        await readAll(account, readingOf(account, signal), agreementId);
        check.refuseFields([
          ...check.checkOwn(summary, settings),
          ...check.checkActive(summary),
          ...check.checkRemaining(amount, term, store.ofAgreement(account, agreementId)),
        ]);
        const text = { name: name.trim(), description: description.trim() };
        const payload = { agreementId, termId: term.id, chargeAmount: amount, ...text };
        return begin({ ...input, kind: 'agreement-payment', title: text.name, payload }, signal);
      },
      async 'agreements.sendAdjustment'(input, { signal }) {
        const { account, agreementId, invoiceId, reason, description } = input;
        const settings = accounts.getSettings(account);
        const { amount, problems } = check.readAmount(input.amount, REQUEST_LIMITS.adjustmentDecimals);
        check.refuseFields([
          ...problems,
          ...check.checkReason(reason, description),
          ...check.checkText('description', description, { max: REQUEST_LIMITS.adjustmentDescription }),
          ...check.checkLastFour(settings, input.lastFour),
        ]);
        const detail = await detailOf(account, agreementId, signal);
        check.refuseFields([
          ...check.checkOwn(detail.summary, settings),
          ...check.checkAdjustable(amount, invoiceId, detail),
        ]);
        const currency = detail.invoices.find(({ id }) => id === invoiceId)?.currency ?? '';
        const payload = {
          agreementId,
          originalInvoiceId: invoiceId,
          adjustmentAmount: amount,
          currencyCode: currency,
          adjustmentReasonCode: reason,
          description: description.trim(),
        };
        return begin({ ...input, kind: 'agreement-adjustment', title: invoiceId, payload }, signal);
      },
      async 'agreements.withdrawRequest'(input, { signal }) {
        const request = await readOne(input.account, input.id, signal);
        const kind = WITHDRAWALS[request.kind];
        if (!kind) fail('not-supported', { params: { name: input.id } });
        const max = REQUEST_LIMITS.withdrawReason;
        const wordsNeeded = request.kind === 'cancellation';
        check.refuseFields(check.checkText('reason', input.reason, { min: wordsNeeded ? 1 : 0, max }));
        const { agreementId } = request;
        const payload = { agreementId, requestId: request.id, reason: input.reason.trim() };
        return begin({ ...input, agreementId, kind, title: request.id, payload }, signal);
      },
    },
  };
}

/** An adjustment cannot be taken back. */
const WITHDRAWALS: Readonly<Record<RequestKind, ChangeKind | null>> = {
  cancellation: 'agreement-cancellation-withdrawal',
  payment: 'agreement-payment-withdrawal',
  adjustment: null,
};

function toVariableTerm(value: unknown): check.VariableTerm | null {
  const term = (value ?? {}) as {
    id?: string;
    currencyCode?: string;
    maxTotalChargeAmount?: string;
    configuration?: { paymentRequestApprovalStrategy?: string; expirationDuration?: string };
  };
  if (!term.id) return null;
  const { paymentRequestApprovalStrategy: strategy, expirationDuration } = term.configuration ?? {};
  return {
    id: term.id,
    currency: term.currencyCode ?? '',
    max: term.maxTotalChargeAmount ?? null,
    expiration: strategy === 'AUTO_APPROVE_ON_EXPIRATION' ? (expirationDuration ?? null) : null,
  };
}

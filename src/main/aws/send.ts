/** Sends one command: waits for its turn, counts every attempt, records request and reply, maps the failure. */
import type { Command, FinalizeRequestMiddleware, MetadataBearer } from '@smithy/types';
import { createAppError, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { Masker } from '../masking/masker.ts';
import type { Clock } from '../ports.ts';
import type { CallOptions } from './access.ts';
import type { DayBudget } from './day-budget.ts';
import { mapAwsError } from './map-error.ts';
import type { Pacer } from './pacer.ts';
import { costOf, findQuota, type ServiceName } from './quotas.ts';
import type { Recorder } from './recorder.ts';

/** Whose call it is. */
export interface CallOwner {
  readonly account: string;
  /** Limits are counted by AWS per AWS account, whatever our key for it is. */
  readonly awsAccountId: string;
  readonly service: ServiceName;
}

/** What a call taught about the rights of an account. */
export type CapabilityObserver = (
  owner: CallOwner,
  call: { readonly operation: string; readonly input: object },
  seen: 'allowed' | 'denied',
) => void;

/** The part of an SDK client that is used here. */
export interface SdkClient<Inputs extends object, Outputs extends MetadataBearer> {
  send<I extends Inputs, O extends Outputs>(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each client has its own resolved configuration
    command: Command<Inputs, I, Outputs, O, any>,
    options: { abortSignal?: AbortSignal },
  ): Promise<O>;
}

export interface Sender {
  send<Inputs extends object, Outputs extends MetadataBearer, I extends Inputs, O extends Outputs>(
    client: SdkClient<Inputs, Outputs>,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
    command: Command<Inputs, I, Outputs, O, any>,
    owner: CallOwner,
    options: CallOptions,
  ): Promise<O>;
}

export function createSender(deps: {
  pacer: Pacer;
  recorder: Recorder;
  budget: DayBudget;
  masker: Masker;
  clock: Pick<Clock, 'realNow'>;
  observe: CapabilityObserver;
}): Sender {
  const { pacer, recorder, budget, masker, clock, observe } = deps;
  return {
    async send(client, command, owner, options) {
      const operation = operationName(command);
      const quota = findQuota(owner.service, operation);
      const pace = {
        key: paceKey(owner.awsAccountId, owner.service, operation),
        perSecond: quota.perSecond,
        cost: costOf(quota, command.input),
        priority: options.priority,
        signal: options.signal,
      };
      let attempts = 0;
      let throttles = 0;
      let waitedMs = 0;
      const waitForTurn = async (): Promise<void> => {
        const from = clock.realNow();
        await pacer.take(pace);
        waitedMs += clock.realNow() - from;
      };
      // Before signing: credentials are chosen after the wait, and a retry by the SDK waits for its turn like a first attempt.
      command.middlewareStack.addRelativeTo(
        pacedAttempt(
          async () => {
            if (attempts > 0) await waitForTurn();
            budget.spend(owner, quota);
            attempts += 1;
          },
          () => {
            throttles += 1;
            pacer.holdBack(pace.key);
          },
        ),
        { name: 'offerdeckAttempt', relation: 'before', toMiddleware: 'httpSigningMiddleware', override: true },
      );
      budget.refuseSpent(owner, quota);
      await waitForTurn();
      const record = recorder.begin({
        account: owner.account,
        service: owner.service,
        operation,
        changeId: options.changeId ?? null,
        input: command.input,
      });
      try {
        const output = await client.send(command, options.signal ? { abortSignal: options.signal } : {});
        record.end({
          outcome: 'ok',
          attempts,
          httpStatus: output.$metadata.httpStatusCode ?? null,
          requestId: output.$metadata.requestId ?? null,
          response: output,
          throttles,
          waitedMs,
          idle: options.isIdle?.(output) ?? false,
        });
        observe(owner, { operation, input: command.input }, 'allowed');
        return output;
      } catch (error) {
        const mapped = options.signal?.aborted
          ? new OfferdeckError(createAppError('cancelled'))
          : mapAwsError(error, { service: owner.service, operation }, masker);
        const isAnswer = options.answers?.includes(mapped.data.code) ?? false;
        record.end({
          outcome: isAnswer ? 'ok' : mapped.data.code,
          attempts,
          httpStatus: mapped.data.aws?.httpStatus ?? null,
          requestId: mapped.data.aws?.requestId ?? null,
          response: mapped.data.aws,
          error: isAnswer ? null : mapped.data,
          throttles,
          waitedMs,
        });
        if (mapped.data.code === 'access-denied') observe(owner, { operation, input: command.input }, 'denied');
        throw mapped;
      }
    },
  };
}

export function paceKey(awsAccountId: string, service: ServiceName, operation: string): string {
  return `${awsAccountId}/${service}:${findQuota(service, operation).group ?? operation}`;
}

function operationName(command: object): string {
  return command.constructor.name.replace(/Command$/, '');
}

function pacedAttempt<I extends object, O extends object>(
  before: () => Promise<void>,
  onThrottled: () => void,
): FinalizeRequestMiddleware<I, O> {
  return (next) => async (args) => {
    await before();
    try {
      return await next(args);
    } catch (error) {
      if (isThrottled(error)) onThrottled();
      throw error;
    }
  };
}

function isThrottled(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as { name?: string; $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode === 429 || /Throttl|TooManyRequests|SlowDown/.test(name ?? '');
}

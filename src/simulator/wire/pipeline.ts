/** The way of a request through the simulator: route, let in, permit, pace, do, keep, answer; with faults where asked for. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Faults } from '../faults.ts';
import type { Principal, Principals } from '../identity/principals.ts';
import type { Quotas } from '../quotas.ts';
import type { RequestJournal } from '../request-journal.ts';
import { ServiceError, type SimulatorClock } from '../types.ts';
import { authenticate } from './authenticate.ts';
import { errorAnswer } from './error-answers.ts';
import type { WireAnswer, WireRequest } from './http.ts';
import { checkPermission, refuseAction } from './permissions.ts';
import { frontDoorRefusal, type Protocol } from './refusals.ts';
import { route, type ServedServices } from './routing.ts';
import type { Call, WireService } from './service.ts';

export interface PipelineDependencies {
  readonly clock: SimulatorClock;
  readonly speed: number;
  readonly principals: Principals;
  readonly services: ServedServices;
  readonly quotas: Quotas;
  readonly faults: Faults;
  readonly journal: RequestJournal;
  readonly newRequestId: () => string;
  readonly forgetTokens: (accountId: string) => void;
  /** The world has changed. */
  readonly touch: () => void;
  /** Resolves once the world as it is now is on disk: a cloud does not forget what it has answered. */
  readonly kept: () => Promise<void>;
}

/** An answer, or none: the connection is to be broken. */
export type Outcome = { readonly kind: 'answer'; readonly answer: WireAnswer } | { readonly kind: 'dropped' };

/** What is known of a request so far; grows on its way. */
interface Progress {
  principal: Principal | null;
  call: Call | null;
  faults: readonly Fault[];
  errorCode: string | null;
}

const PROXY_PAGE = '<!DOCTYPE html><html><body><h1>The proxy could not understand the answer</h1></body></html>';

export async function serve(request: WireRequest, deps: PipelineDependencies): Promise<Outcome> {
  const service = route(request, deps.services);
  const requestId = deps.newRequestId();
  const progress: Progress = { principal: null, call: null, faults: [], errorCode: null };
  let outcome: Outcome;
  try {
    outcome = await attempt(request, { service, requestId, progress }, deps);
  } catch (error) {
    const refusal = asServiceError(error);
    progress.errorCode = refusal.code;
    outcome = { kind: 'answer', answer: errorAnswer(service, refusal, requestId) };
  }
  deps.journal.add({
    at: deps.clock.realNow(),
    requestId,
    service: service.name,
    operation: progress.call?.operation ?? `${request.method} ${request.rawPath}`,
    accountId: progress.principal?.accountId ?? null,
    arn: progress.principal?.arn ?? null,
    input: progress.call?.input ?? {},
    status: outcome.kind === 'answer' ? outcome.answer.status : null,
    errorCode: progress.errorCode,
    faults: progress.faults.map((fault) => fault.kind),
  });
  return outcome.kind === 'answer' ? { kind: 'answer', answer: withRequestId(outcome.answer, requestId) } : outcome;
}

interface Attempt {
  readonly service: WireService;
  readonly requestId: string;
  readonly progress: Progress;
}

async function attempt(request: WireRequest, run: Attempt, deps: PipelineDependencies): Promise<Outcome> {
  const { service, requestId, progress } = run;
  const principal = authenticate(request, service, { principals: deps.principals, realNow: deps.clock.realNow() });
  if (principal === null && !service.allowsAnonymous) throw frontDoorRefusal(service.protocol, 'missing');
  progress.principal = principal;
  const call = await service.identify(request);
  progress.call = call;
  const accountId = principal?.accountId ?? null;
  progress.faults = deps.faults.strike({ operation: call.operation, action: call.action, accountId });
  if (principal !== null) checkPermission(principal, call, service.protocol);
  const early = await strikeBefore(run, call, deps);
  if (early !== null) return early;
  const { operation } = call;
  if (accountId !== null && !deps.quotas.admit({ accountId, service: service.name, operation }))
    throw throttled(service);
  const answer = await service.handle(call, { request, requestId, principal });
  if (call.writes) deps.touch();
  // Reads wait too: they may tell what a life cycle has just brought about.
  await deps.kept();
  return strikeAfter(progress.faults, answer);
}

/** Faults that come before the work. Answers an outcome where the work must not be done. */
async function strikeBefore(
  { service, progress }: Attempt,
  call: Call,
  deps: PipelineDependencies,
): Promise<Outcome | null> {
  for (const fault of progress.faults) {
    switch (fault.kind) {
      case 'latency':
        await wait(fault.ms / deps.speed);
        break;
      case 'forget-tokens':
        if (progress.principal !== null) deps.forgetTokens(progress.principal.accountId);
        break;
      case 'drop-before':
        return { kind: 'dropped' };
      case 'throttle':
        throw throttled(service);
      case 'server-error':
        throw serverError(service, fault.status);
      case 'expired-credentials':
        throw frontDoorRefusal(service.protocol, 'expired-token');
      case 'access-denied':
        if (progress.principal !== null) refuseAction(progress.principal, call, service.protocol);
        break;
      case 'drop-after':
      case 'malformed-body':
        break;
    }
  }
  return null;
}

function strikeAfter(faults: readonly Fault[], answer: WireAnswer): Outcome {
  if (faults.some((fault) => fault.kind === 'drop-after')) return { kind: 'dropped' };
  if (faults.some((fault) => fault.kind === 'malformed-body')) {
    return { kind: 'answer', answer: { status: 200, headers: { 'content-type': 'text/html' }, body: PROXY_PAGE } };
  }
  return { kind: 'answer', answer };
}

function throttled(service: WireService): ServiceError {
  switch (service.protocol) {
    case 'rest-xml':
      return new ServiceError('SlowDown', 503, 'Please reduce your request rate.');
    case 'query':
      return new ServiceError('Throttling', 400, 'Rate exceeded');
    case 'aws-json':
      return new ServiceError('ThrottlingException', 400, 'Rate exceeded');
    case 'rest-json':
      return new ServiceError('ThrottlingException', 429, 'Rate exceeded');
  }
}

const SERVER_FAULTS: Readonly<Record<Protocol, string>> = {
  'rest-json': 'InternalServiceException',
  'aws-json': 'InternalServerException',
  query: 'InternalError',
  'rest-xml': 'InternalError',
};

function serverError(service: WireService, status: number): ServiceError {
  const code = SERVER_FAULTS[service.protocol];
  return new ServiceError(code, status, 'We encountered an internal error. Please try again.');
}

/** A mistake of the simulator itself is answered like one of AWS: as a fault of the service, never as a success. */
function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`simulator: ${text}\n`);
  return new ServiceError('InternalServiceException', 500, 'The simulator failed; its error output says how.');
}

function withRequestId(answer: WireAnswer, requestId: string): WireAnswer {
  return {
    ...answer,
    headers: { 'x-amzn-requestid': requestId, 'x-amz-request-id': requestId, ...answer.headers },
  };
}

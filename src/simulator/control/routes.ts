/** The control address (`/_simulator/…`): JSON in, JSON out, for tests in other processes and for training. */
import { z } from 'zod';
import { ServiceError } from '../types.ts';
import { bodyText, header, type WireAnswer, type WireRequest } from '../wire/http.ts';
import type { SimulatorControl } from './control.ts';
import { SELLING_ROUTES } from './selling-routes.ts';
import { withoutUndefined } from './without-undefined.ts';

const PREFIX = '/_simulator/';

const scope = {
  operation: z.string().min(1).optional(),
  accountId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).optional(),
};

const fault = z.discriminatedUnion('kind', [
  z.strictObject({ ...scope, kind: z.literal('drop-after') }),
  z.strictObject({ ...scope, kind: z.literal('drop-before') }),
  z.strictObject({ ...scope, kind: z.literal('latency'), ms: z.number().nonnegative() }),
  z.strictObject({ ...scope, kind: z.literal('throttle') }),
  z.strictObject({ ...scope, kind: z.literal('server-error'), status: z.int().min(500).max(599) }),
  z.strictObject({ ...scope, kind: z.literal('expired-credentials') }),
  z.strictObject({ ...scope, kind: z.literal('malformed-body') }),
  z.strictObject({ ...scope, kind: z.literal('forget-tokens') }),
  z.strictObject({ ...scope, kind: z.literal('access-denied') }),
]);

const accountId = z.string().regex(/^\d{12}$/);

const forcedFailure = z.strictObject({
  accountId,
  failureCode: z.enum(['CLIENT_ERROR', 'SERVER_FAULT']),
  changeType: z.string().optional(),
  errorCode: z
    .string()
    .regex(/^[a-zA-Z_]{1,72}$/)
    .optional(),
  message: z.string().max(2048),
});

const acceptance = z.strictObject({
  offerId: z.string().min(1),
  buyerAccountId: accountId,
  duration: z.string().min(1).optional(),
  quantities: z.record(z.string().min(1), z.number()).optional(),
  autoRenew: z.boolean().optional(),
});

const requestAnswer = z.strictObject({
  requestId: z.string().regex(/^(pr|acr)-/),
  answer: z.enum(['accept', 'reject']),
  reason: z.string().min(1).max(250).optional(),
});

const ending = z.strictObject({ agreementId: z.string().min(1), status: z.enum(['CANCELLED', 'TERMINATED']) });

const renewalDecision = z.strictObject({
  agreementId: z.string().min(1),
  party: z.enum(['buyer', 'seller']),
  renews: z.boolean(),
});

const requestFailure = z.strictObject({
  accountId,
  kind: z.enum(['payment', 'cancellation', 'adjustment']),
  message: z.string().min(1).max(2048),
});

const emittedEvent = z.strictObject({
  accountId,
  source: z.string().min(1),
  detailType: z.string().min(1),
  resources: z.array(z.string()).default([]),
  detail: z.record(z.string(), z.unknown()).default({}),
});

const deliveryHabits = z.strictObject({
  delayMs: z.number().nonnegative().default(0),
  duplicates: z.int().nonnegative().max(10).default(0),
});

export interface SimulatorDescription {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly object[];
}

type Handler = (control: SimulatorControl, body: unknown, description: SimulatorDescription) => unknown;

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET world': (control, _body, description) => ({ ...description, businessTime: businessTime(control) }),
  'GET clock': (control) => ({ businessTime: businessTime(control) }),
  'POST clock': (control, body) => ({
    clockOffsetMs: control.advanceClock(z.strictObject({ advanceMs: z.number().nonnegative() }).parse(body).advanceMs),
    businessTime: businessTime(control),
  }),
  'GET faults': (control) => ({ faults: control.faults() }),
  'POST faults': (control, body) => {
    control.addFault(withoutUndefined(fault.parse(body)));
    return { faults: control.faults() };
  },
  'DELETE faults': (control) => {
    control.clearFaults();
    return { faults: [] };
  },
  'POST quotas': (control, body) => {
    const { enforced } = z.strictObject({ enforced: z.boolean() }).parse(body);
    control.enforceQuotas(enforced);
    return { enforced };
  },
  'GET requests': (control) => ({ requests: control.requests() }),
  'DELETE requests': (control) => {
    control.clearRequests();
    return { requests: [] };
  },
  'GET events': (control) => ({ events: control.events() }),
  'POST accept-offer': (control, body) => control.acceptOffer(withoutUndefined(acceptance.parse(body))),
  'POST accept-offer-set': (control, body) =>
    control.acceptOfferSet(z.strictObject({ offerSetId: z.string().min(1), buyerAccountId: accountId }).parse(body)),
  'POST fail-next-change-set': (control, body) => {
    const failure = forcedFailure.parse(body);
    control.failNextChangeSet(withoutUndefined(failure));
    return failure;
  },
  'POST forget-tokens': (control, body) => {
    const request = z.strictObject({ accountId }).parse(body);
    control.forgetTokens(request.accountId);
    return request;
  },
  'POST index-lag': (control, body) => {
    const { ms } = z.strictObject({ ms: z.number().nonnegative() }).parse(body);
    control.setIndexLag(ms);
    return { ms };
  },
  'POST answer-request': (control, body) => control.answerRequest(withoutUndefined(requestAnswer.parse(body))),
  'POST end-agreement': (control, body) => control.endAgreement(ending.parse(body)),
  'POST renewal': async (control, body) => {
    const decision = renewalDecision.parse(body);
    await control.decideRenewal(decision);
    return decision;
  },
  'POST fail-next-request': (control, body) => {
    const failure = requestFailure.parse(body);
    control.failNextRequest(failure);
    return failure;
  },
  'GET deliveries': (control) => ({ deliveries: control.deliveries() }),
  'POST emit-event': (control, body) => {
    const event = emittedEvent.parse(body);
    control.emitEvent(event);
    return event;
  },
  'POST delivery-habits': (control, body) => {
    const habits = deliveryHabits.parse(body);
    control.setDeliveryHabits(habits);
    return habits;
  },
  ...SELLING_ROUTES,
  'POST reset': (control) => {
    control.reset();
    return {};
  },
};

export function isControlRequest(request: WireRequest): boolean {
  return request.rawPath.startsWith(PREFIX);
}

export async function serveControl(
  request: WireRequest,
  control: SimulatorControl,
  description: SimulatorDescription,
): Promise<WireAnswer> {
  // A page in a browser on this machine must not reach this address: browsers name their origin, scripts and tests do not.
  const { host } = new URL(description.endpoint);
  if (header(request, 'origin') !== null || header(request, 'host') !== host) {
    return json(403, { error: `The control address answers programs on this machine alone, at ${host}.` });
  }
  const handler = ROUTES[`${request.method} ${request.rawPath.slice(PREFIX.length)}`];
  if (!handler)
    return json(404, { error: `No such control: ${request.method} ${request.rawPath}`, known: Object.keys(ROUTES) });
  try {
    const text = bodyText(request);
    return json(200, await handler(control, text === '' ? {} : JSON.parse(text), description));
  } catch (error) {
    return refuse(error);
  }
}

function refuse(error: unknown): WireAnswer {
  if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
  if (error instanceof SyntaxError) return json(400, { error: 'The request body is not valid JSON.' });
  if (error instanceof ServiceError) return json(error.httpStatus, { error: error.message, code: error.code });
  throw error;
}

function json(status: number, value: unknown): WireAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

function businessTime(control: SimulatorControl): string {
  return new Date(control.businessNow()).toISOString();
}

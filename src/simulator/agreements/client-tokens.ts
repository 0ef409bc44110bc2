/** Client tokens: the same request with the same token is done once and answered alike. */
import type { Caller } from '../types.ts';
import { nowOf, type AgreementContext, type OperationInput } from './context.ts';
import { conflict, invalid, type ResourceType } from './errors.ts';

/** Published for billing adjustments ("about 8 hours"); taken for the other requests too. */
const WINDOW_MS = 8 * 3_600_000;
const TOKEN = /^[a-zA-Z0-9-]{1,64}$/;

export interface Tokened {
  readonly operation: string;
  readonly resourceType: ResourceType;
  readonly input: OperationInput;
  readonly caller: Caller;
}

/** Answers the id that an earlier request with this token was given, or does the work and answers its id. */
export function once(request: Tokened, context: AgreementContext, work: () => string): string {
  const { clientToken, ...payload } = request.input;
  if (clientToken === undefined || clientToken === null) return work();
  if (typeof clientToken !== 'string' || !TOKEN.test(clientToken)) {
    const message = 'clientToken must be 1 to 64 letters, digits and hyphens.';
    throw invalid({ reason: 'INVALID_CLIENT_TOKEN', field: 'clientToken', message });
  }
  const key = `${request.caller.accountId} ${request.operation} ${clientToken}`;
  const earlier = context.store.tokens.get(key);
  const text = JSON.stringify(payload);
  if (earlier && context.deps.clock.now() - Date.parse(earlier.usedAt) < WINDOW_MS) {
    if (earlier.payload === text) return earlier.resultId;
    const message = 'The client token was used before, for another request.';
    throw conflict(request.resourceType, earlier.resultId, message);
  }
  const resultId = work();
  context.store.tokens.set(key, { payload: text, resultId, usedAt: nowOf(context) });
  return resultId;
}

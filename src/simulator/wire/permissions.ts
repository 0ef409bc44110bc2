/** What a principal may do: users of an account everything, sessions what the role's policy lists. */
import type { Principal } from '../identity/principals.ts';
import { ServiceError } from '../types.ts';
import type { Protocol } from './refusals.ts';
import type { Call } from './service.ts';

export function checkPermission(principal: Principal, call: Call, protocol: Protocol): void {
  if (principal.role === null || call.action === null) return;
  if (!allows(principal.role.actions, call.action)) refuseAction(principal, call, protocol);
}

/** Whether any of these patterns covers the action. */
export function allows(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern, action));
}

/** AWS names principal, action and resource, which is what lets a client tell the user what to ask for. */
export function refuseAction(principal: Principal, call: Call, protocol: Protocol): void {
  if (call.action === null) return;
  const resource = call.resource(principal.accountId);
  const sentence = `User: ${principal.arn} is not authorized to perform: ${call.action} on resource:`;
  const reason = `because no identity-based policy allows the ${call.action} action`;
  switch (protocol) {
    case 'rest-xml':
      throw new ServiceError('AccessDenied', 403, `${sentence} "${resource}" ${reason}`);
    case 'query':
      throw new ServiceError('AccessDenied', 403, `${sentence} ${resource} ${reason}`);
    case 'rest-json':
      throw new ServiceError('AccessDeniedException', 403, `${sentence} ${resource} ${reason}`);
    case 'aws-json':
      throw new ServiceError('AccessDeniedException', 400, `${sentence} ${resource} ${reason}`);
  }
}

function matches(pattern: string, action: string): boolean {
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : pattern === action;
}

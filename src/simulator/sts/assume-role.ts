/** AssumeRole: the trust policy of a seeded role decides, external id and one-time code included. */
import { issueSession, type SessionCredentials } from '../identity/sessions.ts';
import { roleUniqueId, type Principal } from '../identity/principals.ts';
import { mfaDeviceArn, roleArn, SEED_MFA_CODE, seedRoles, type SeedRole } from '../seed/roles.ts';
import { ServiceError } from '../types.ts';
import { constraintViolated, requireMatch, type Parameters } from './parameters.ts';

export interface AssumedRole {
  readonly credentials: SessionCredentials;
  readonly expiresAt: number;
  readonly assumedRoleId: string;
  readonly arn: string;
}

const SHORTEST_SESSION_SECONDS = 900;
const LONGEST_SESSION_SECONDS = 43_200;
const DEFAULT_SESSION_SECONDS = 3600;
const LONGEST_CHAINED_SECONDS = 3600;

export function assumeRole(
  parameters: Parameters,
  principal: Principal,
  surroundings: { realNow: number; nonce: string },
): AssumedRole {
  const requestedArn = requireMatch(parameters, 'RoleArn', {
    pattern: /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    constraint: 'Member must satisfy regular expression pattern: arn:aws:iam::\\d{12}:role/[\\w+=,.@/-]+',
  });
  const sessionName = requireMatch(parameters, 'RoleSessionName', {
    pattern: /^[\w+=,.@-]{2,64}$/,
    constraint: 'Member must satisfy regular expression pattern: [\\w+=,.@-]*, length between 2 and 64',
  });
  const role = seedRoles.find((one) => roleArn(one) === requestedArn);
  // AWS does not tell a role that is missing from one that does not trust the caller.
  if (!role || !isTrusted(role, principal, parameters)) {
    throw new ServiceError(
      'AccessDenied',
      403,
      `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${requestedArn}`,
    );
  }
  const seconds = readDuration(parameters, role, principal);
  const expiresAt = surroundings.realNow + seconds * 1000;
  const facts = { accountId: role.accountId, roleName: role.name, sessionName, expiresAt };
  return {
    credentials: issueSession(facts, surroundings.nonce),
    expiresAt,
    assumedRoleId: `${roleUniqueId(role)}:${sessionName}`,
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
  };
}

function isTrusted(role: SeedRole, principal: Principal, parameters: Parameters): boolean {
  if (!role.trustedAccountIds.includes(principal.accountId)) return false;
  if (role.externalId !== null && parameters.get('ExternalId') !== role.externalId) return false;
  return !role.needsMfa || hasGoodCode(principal, parameters);
}

function hasGoodCode(principal: Principal, parameters: Parameters): boolean {
  const serial = parameters.get('SerialNumber');
  const code = parameters.get('TokenCode');
  if (serial === undefined || code === undefined) return false;
  if (serial === mfaDeviceArn(principal.accountId) && code === SEED_MFA_CODE) return true;
  throw new ServiceError('AccessDenied', 403, 'MultiFactorAuthentication failed with invalid MFA one time pass code. ');
}

function readDuration(parameters: Parameters, role: SeedRole, principal: Principal): number {
  const given = parameters.get('DurationSeconds');
  if (given === undefined) return DEFAULT_SESSION_SECONDS;
  const seconds = Number(given);
  if (!Number.isInteger(seconds) || seconds < SHORTEST_SESSION_SECONDS) {
    throw constraintViolated(
      'DurationSeconds',
      given,
      `Member must have value greater than or equal to ${SHORTEST_SESSION_SECONDS}`,
    );
  }
  if (seconds > LONGEST_SESSION_SECONDS) {
    throw constraintViolated(
      'DurationSeconds',
      given,
      `Member must have value less than or equal to ${LONGEST_SESSION_SECONDS}`,
    );
  }
  if (principal.role !== null && seconds > LONGEST_CHAINED_SECONDS) {
    throw new ServiceError(
      'ValidationError',
      400,
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    );
  }
  if (seconds > role.maxSessionSeconds) {
    throw new ServiceError(
      'ValidationError',
      400,
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return seconds;
}

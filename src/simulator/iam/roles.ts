/** Reads roles, and makes and removes the service-linked ones. */
import { roleUniqueId } from '../identity/principals.ts';
import { seedRoles, type SeedRole } from '../seed/roles.ts';
import { requireMatch, type Parameters } from '../sts/parameters.ts';
import { ServiceError } from '../types.ts';
import type { XmlValue } from '../wire/xml.ts';
import { RESALE_ROLE_NAME, RESALE_SERVICE, type LinkedRole } from './linked-roles.ts';
import type { IamContext } from './context.ts';

/** Services of AWS that can have a role here, with the name that it always gets. */
const LINKED_ROLE_NAMES: Readonly<Record<string, string>> = { [RESALE_SERVICE]: RESALE_ROLE_NAME };

export function linkedRolePath(serviceName: string): string {
  return `/aws-service-role/${serviceName}/`;
}

export function createLinkedRole(parameters: Parameters, { principal, roles, clock, randomId }: IamContext): XmlValue {
  const serviceName = requireMatch(parameters, 'AWSServiceName', {
    pattern: /^[\w+=,.@-]{1,128}$/,
    constraint: 'Member must satisfy regular expression pattern: [\\w+=,.@-]+',
  });
  const roleName = LINKED_ROLE_NAMES[serviceName];
  if (roleName === undefined) {
    throw invalidInput(`Service-linked roles of ${serviceName} do not exist in this simulator.`);
  }
  if (parameters.has('CustomSuffix')) throw invalidInput(`Custom suffix is not allowed for ${serviceName}`);
  if (roles.find(principal.accountId, roleName)) {
    throw invalidInput(`Service role name ${roleName} has been taken in this account, please try a different suffix.`);
  }
  const role: LinkedRole = {
    accountId: principal.accountId,
    serviceName,
    roleName,
    roleId: `AROA${randomId(17).toUpperCase()}`,
    description: parameters.get('Description') ?? null,
    createdAt: new Date(clock.now()).toISOString().replace(/\.\d{3}/, ''),
  };
  roles.add(role);
  return { Role: linkedRoleXml(role) };
}

export function getRole(parameters: Parameters, { principal, roles }: IamContext): XmlValue {
  const name = readRoleName(parameters);
  const linked = roles.find(principal.accountId, name);
  if (linked) return { Role: linkedRoleXml(linked) };
  const seeded = seedRoles.find(
    (role) => role.accountId === principal.accountId && role.name.toLowerCase() === name.toLowerCase(),
  );
  if (seeded) return { Role: seededRoleXml(seeded) };
  throw noSuchRole(name);
}

/** AWS deletes such roles in the background and hands out a task to ask about. */
export function deleteLinkedRole(parameters: Parameters, { principal, roles, randomId }: IamContext): XmlValue {
  const name = readRoleName(parameters);
  const role = roles.find(principal.accountId, name);
  if (!role) throw noSuchRole(name);
  roles.remove(role);
  return { DeletionTaskId: `task${linkedRolePath(role.serviceName)}${role.roleName}/${randomId(32)}` };
}

export function deletionStatus(parameters: Parameters): XmlValue {
  requireMatch(parameters, 'DeletionTaskId', {
    pattern: /^task\/.{1,990}$/,
    constraint: 'Member must have length less than or equal to 1000',
  });
  return { Status: 'SUCCEEDED' };
}

function readRoleName(parameters: Parameters): string {
  return requireMatch(parameters, 'RoleName', {
    pattern: /^[\w+=,.@-]{1,64}$/,
    constraint: 'Member must satisfy regular expression pattern: [\\w+=,.@-]+',
  });
}

function linkedRoleXml({ accountId, serviceName, roleName, roleId, description, createdAt }: LinkedRole): XmlValue {
  const path = linkedRolePath(serviceName);
  return {
    Path: path,
    RoleName: roleName,
    RoleId: roleId,
    Arn: `arn:aws:iam::${accountId}:role${path}${roleName}`,
    CreateDate: createdAt,
    AssumeRolePolicyDocument: trustPolicy({ Service: serviceName }),
    ...(description === null ? {} : { Description: description }),
    MaxSessionDuration: '3600',
  };
}

function seededRoleXml(role: SeedRole): XmlValue {
  return {
    Path: '/',
    RoleName: role.name,
    RoleId: roleUniqueId(role),
    Arn: `arn:aws:iam::${role.accountId}:role/${role.name}`,
    CreateDate: '2026-01-01T00:00:00Z',
    AssumeRolePolicyDocument: trustPolicy({
      AWS: role.trustedAccountIds.map((accountId) => `arn:aws:iam::${accountId}:root`),
    }),
    MaxSessionDuration: String(role.maxSessionSeconds),
  };
}

/** IAM sends policies percent-encoded. */
function trustPolicy(Principal: object): string {
  const statement = { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal };
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
}

function noSuchRole(name: string): ServiceError {
  return new ServiceError('NoSuchEntity', 404, `The role with name ${name} cannot be found.`);
}

function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInput', 400, message);
}

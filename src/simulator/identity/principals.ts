/** Finds who holds an access key: a user of a seed account, or a session of one of its roles. */
import { createHash } from 'node:crypto';
import { seedRoles, type SeedRole } from '../seed/roles.ts';
import type { Caller, SeedAccount } from '../types.ts';
import { readSession, sessionSecret } from './sessions.ts';

export interface Principal extends Caller {
  readonly userId: string;
  readonly secretAccessKey: string;
  /** Set for sessions; it limits what they may do. */
  readonly role: SeedRole | null;
}

type PrincipalLookup =
  | { readonly kind: 'found'; readonly principal: Principal }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'invalid-token' }
  | { readonly kind: 'expired-token' };

export interface Principals {
  find(accessKeyId: string, sessionToken: string | null, realNow: number): PrincipalLookup;
  /** Who signed something that was verified in an earlier run: the user of a key, or a session of the role named. */
  recall(accessKeyId: string, role: { accountId: string; name: string } | null): Principal | null;
}

export function createPrincipals(accounts: readonly SeedAccount[]): Principals {
  const byKey = new Map(accounts.map((account) => [account.accessKeyId, account]));
  return {
    recall(accessKeyId, role) {
      const account = byKey.get(accessKeyId);
      if (account) return userOf(account);
      const seeded = role === null ? undefined : findRole(role.accountId, role.name);
      return seeded ? inRole(seeded, { accessKeyId, sessionName: 'recalled' }) : null;
    },
    find(accessKeyId, sessionToken, realNow) {
      const account = byKey.get(accessKeyId);
      if (account) {
        // Long-lived keys come without a token; AWS refuses one that is sent all the same.
        return sessionToken === null ? found(userOf(account)) : { kind: 'invalid-token' };
      }
      if (!accessKeyId.startsWith('ASIA')) return { kind: 'unknown-key' };
      return sessionToken === null ? { kind: 'unknown-key' } : sessionOf(accessKeyId, sessionToken, realNow);
    },
  };
}

/** Stable ids as AWS forms them: a prefix for the kind, then 17 characters. */
export function roleUniqueId(role: SeedRole): string {
  return `AROA${uniqueSuffix(`${role.accountId}/${role.name}`)}`;
}

function userOf(account: SeedAccount): Principal {
  return {
    accountId: account.accountId,
    arn: `arn:aws:iam::${account.accountId}:user/seller`,
    userId: `AIDA${uniqueSuffix(account.accountId)}`,
    accessKeyId: account.accessKeyId,
    secretAccessKey: account.secretAccessKey,
    role: null,
  };
}

function sessionOf(accessKeyId: string, token: string, realNow: number): PrincipalLookup {
  const facts = readSession(token);
  const role = facts === null ? undefined : findRole(facts.accountId, facts.roleName);
  if (!facts || !role || facts.accessKeyId !== accessKeyId) return { kind: 'invalid-token' };
  if (realNow >= facts.expiresAt) return { kind: 'expired-token' };
  return found(inRole(role, facts));
}

function findRole(accountId: string, name: string): SeedRole | undefined {
  return seedRoles.find((role) => role.accountId === accountId && role.name === name);
}

function inRole(role: SeedRole, session: { accessKeyId: string; sessionName: string }): Principal {
  return {
    accountId: role.accountId,
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${session.sessionName}`,
    userId: `${roleUniqueId(role)}:${session.sessionName}`,
    accessKeyId: session.accessKeyId,
    secretAccessKey: sessionSecret(session.accessKeyId),
    role,
  };
}

function found(principal: Principal): PrincipalLookup {
  return { kind: 'found', principal };
}

function uniqueSuffix(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 17).toUpperCase();
}

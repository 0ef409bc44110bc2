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

export type PrincipalLookup =
  | { readonly kind: 'found'; readonly principal: Principal }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'invalid-token' }
  | { readonly kind: 'expired-token' };

export interface Principals {
  find(accessKeyId: string, sessionToken: string | null, realNow: number): PrincipalLookup;
  /** The account a key belongs to by its looks; nothing is verified. */
  accountOf(accessKeyId: string): SeedAccount | null;
}

export function createPrincipals(accounts: readonly SeedAccount[]): Principals {
  const byKey = new Map(accounts.map((account) => [account.accessKeyId, account]));
  return {
    accountOf: (accessKeyId) => byKey.get(accessKeyId) ?? null,
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
  const role = seedRoles.find((one) => one.accountId === facts?.accountId && one.name === facts.roleName);
  if (!facts || !role || facts.accessKeyId !== accessKeyId) return { kind: 'invalid-token' };
  if (realNow >= facts.expiresAt) return { kind: 'expired-token' };
  return found({
    accountId: role.accountId,
    arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${facts.sessionName}`,
    userId: `${roleUniqueId(role)}:${facts.sessionName}`,
    accessKeyId,
    secretAccessKey: sessionSecret(accessKeyId),
    role,
  });
}

function found(principal: Principal): PrincipalLookup {
  return { kind: 'found', principal };
}

function uniqueSuffix(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 17).toUpperCase();
}

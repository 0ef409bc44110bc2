/** Credentials per account: found once, shared by all clients of the account, renewed before they expire. */
import type { AwsCredentialIdentity } from '@smithy/types';
import type { AccountSettings, Connection } from '../../../shared/domain/account/account.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import type { Masker } from '../../masking/masker.ts';
import type { Ports } from '../../ports.ts';
import { addressOf, localEndpoint } from '../endpoints.ts';
import type { Sender } from '../send.ts';
import { CHAINED_ROLE_SECONDS, createRoleAssumer, LONGEST_ROLE_SECONDS, type RoleAssumer } from './assume-role.ts';
import { resolveProfileCredentials, type ProfileCredentialsDeps } from './profile-credentials.ts';
import type { SecretStore } from './secret-store.ts';

/** AWS may need a while with a request: credentials that end sooner are renewed first. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** AWS reads a document some minutes after it was named; renewing may ask the user for a code, so not more often than needed. */
const RENEW_FOR_PRESIGNING_MS = 20 * 60_000;

export interface AccountLookup {
  /** Throws `not-found` for an unknown key. */
  getSettings(account: string): AccountSettings;
  listSettings(): readonly { readonly key: string; readonly settings: AccountSettings }[];
}

export interface CredentialBroker {
  get(account: string): Promise<AwsCredentialIdentity>;
  /** Credentials that sign EULA addresses: the presign role's where one is set, and as long-lived as can be had. */
  getForPresigning(account: string): Promise<AwsCredentialIdentity>;
  /** Whether forgetting and asking again may give others. */
  isRenewable(account: string): boolean;
  forget(account: string): void;
  /** Accounts that stand on a named profile: a login may be the source of several. */
  listOnProfiles(): string[];
}

export interface CredentialBrokerDeps extends ProfileCredentialsDeps {
  readonly ports: Ports;
  readonly accounts: AccountLookup;
  readonly secrets: SecretStore;
  readonly sender: Sender;
  readonly masker: Masker;
}

export function createCredentialBroker(deps: CredentialBrokerDeps): CredentialBroker {
  const { ports, accounts, mfa } = deps;
  const cached = new Map<string, Promise<AwsCredentialIdentity>>();

  const endsWithin = (identity: AwsCredentialIdentity, ms: number): boolean =>
    identity.expiration !== undefined && identity.expiration.getTime() - ports.clock.realNow() <= ms;

  const remembered = async (
    account: string,
    find: () => Promise<AwsCredentialIdentity>,
  ): Promise<AwsCredentialIdentity> => {
    const known = cached.get(account);
    if (known) {
      const identity = await known;
      if (!endsWithin(identity, RENEW_BEFORE_MS)) return identity;
      if (cached.get(account) === known) cached.delete(account);
    }
    // All that ask meanwhile share one search: one MFA question, one AssumeRole.
    const found = cached.get(account) ?? find();
    cached.set(account, found);
    found.catch(() => {
      if (cached.get(account) === found) cached.delete(account);
    });
    return found;
  };

  const assumerOf = (account: string, settings: AccountSettings): RoleAssumer =>
    createRoleAssumer({
      sender: deps.sender,
      masker: deps.masker,
      address: addressOf(ports, settings, 'sts'),
      owner: { account, awsAccountId: settings.awsAccountId, service: 'sts' },
    });

  const get = async (account: string, path: readonly string[]): Promise<AwsCredentialIdentity> => {
    if (path.includes(account)) refuseCycle(account);
    if (cached.has(account)) mfa.remind(account);
    return remembered(account, () => resolve(deps, account, assumerOf, (source) => get(source, [...path, account])));
  };

  const forget = (account: string): void => {
    cached.delete(account);
    for (const { key, settings } of accounts.listSettings()) {
      if (sourceAccount(settings.connection) === account && key !== account) forget(key);
    }
  };

  return {
    get: (account) => get(account, []),
    async getForPresigning(account) {
      const settings = accounts.getSettings(account);
      const roleArn = settings.presignRoleArn;
      if (!roleArn) {
        // An address dies with the credentials that signed it: start from fresh ones where there are any.
        if (endsWithin(await get(account, []), RENEW_FOR_PRESIGNING_MS)) cached.delete(account);
        return get(account, []);
      }
      const source = await get(account, []);
      const assumer = assumerOf(account, settings);
      const assume = (DurationSeconds: number) =>
        assumer.withCredentials(source, { RoleArn: roleArn, RoleSessionName: 'offerdeck-eula', DurationSeconds });
      if (source.sessionToken) return assume(CHAINED_ROLE_SECONDS);
      return assume(LONGEST_ROLE_SECONDS).catch((error: unknown) => {
        if (!isTooLong(error)) throw error;
        return assume(CHAINED_ROLE_SECONDS);
      });
    },
    isRenewable: (account) => ['profile', 'role', 'practice'].includes(accounts.getSettings(account).connection.kind),
    forget,
    listOnProfiles: () =>
      accounts.listSettings().flatMap(({ key, settings }) => (standsOnProfile(settings.connection) ? [key] : [])),
  };
}

async function resolve(
  deps: CredentialBrokerDeps,
  account: string,
  assumerOf: (account: string, settings: AccountSettings) => RoleAssumer,
  fromAccount: (source: string) => Promise<AwsCredentialIdentity>,
): Promise<AwsCredentialIdentity> {
  const { ports, accounts, secrets, masker } = deps;
  const settings = accounts.getSettings(account);
  const assumeRole = assumerOf(account, settings);
  const fromProfile = (profile: string) =>
    resolveProfileCredentials(deps, { account, profile, assumeRole, localEndpoint: localEndpoint(ports, settings) });
  const { connection } = settings;
  const identity = await (async (): Promise<AwsCredentialIdentity> => {
    switch (connection.kind) {
      case 'practice':
        return practiceKeys(ports, account, settings);
      case 'keys': {
        const keys = await secrets.get(account);
        if (!keys) return fail('credentials-missing', { action: { kind: 'open-account', account } });
        return { ...keys, sessionToken: keys.sessionToken ?? undefined };
      }
      case 'profile':
        return fromProfile(connection.profile);
      case 'role': {
        const { source } = connection;
        const origin =
          source.kind === 'profile' ? await fromProfile(source.profile) : await fromAccount(source.account);
        return assumeRole.withCredentials(origin, {
          RoleArn: connection.roleArn,
          RoleSessionName: 'offerdeck',
          DurationSeconds: CHAINED_ROLE_SECONDS,
          ...(connection.externalId ? { ExternalId: connection.externalId } : {}),
        });
      }
    }
  })();
  for (const secret of [identity.accessKeyId, identity.secretAccessKey, identity.sessionToken])
    masker.addSecret(secret);
  return identity;
}

/** Saving refuses a cycle already; a record from elsewhere must not wait for itself either. */
function refuseCycle(account: string): never {
  fail('invalid-input', {
    fields: [{ path: 'settings.connection.source.account', messageKey: 'errors:field.source-cycle', params: {} }],
    action: { kind: 'open-account', account },
  });
}

function practiceKeys(ports: Ports, account: string, settings: AccountSettings): AwsCredentialIdentity {
  const known = ports.practice?.accounts.find((candidate) => candidate.accountId === settings.awsAccountId);
  if (!known) return fail('credentials-missing', { action: { kind: 'open-account', account } });
  return { accessKeyId: known.accessKeyId, secretAccessKey: known.secretAccessKey };
}

function sourceAccount(connection: Connection): string | null {
  return connection.kind === 'role' && connection.source.kind === 'account' ? connection.source.account : null;
}

function standsOnProfile(connection: Connection): boolean {
  return connection.kind === 'profile' || (connection.kind === 'role' && connection.source.kind === 'profile');
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && /MaxSessionDuration|DurationSeconds/.test(String(error.cause));
}

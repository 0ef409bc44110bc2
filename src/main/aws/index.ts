/** Builds the core's way to AWS from its parts. */
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { MetadataBearer } from '@smithy/types';
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { EventBus } from '../events.ts';
import type { Masker } from '../masking/masker.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { AwsAccess, CallOptions, Door } from './access.ts';
import { createCapabilities, type Capabilities } from './capabilities.ts';
import { createClientPool, STANDARD_ATTEMPTS } from './clients.ts';
import { createCredentialBroker, type AccountLookup } from './credentials/index.ts';
import { createMfaPrompter, type MfaPrompter } from './credentials/mfa.ts';
import { createProfileReader, type ProfileReader } from './credentials/profiles.ts';
import { createSecretStore, type SecretStore } from './credentials/secret-store.ts';
import { createSsoLoginWatch, type SsoLoginWatch } from './credentials/sso-login.ts';
import { addressOf } from './endpoints.ts';
import { createPacer } from './pacer.ts';
import { presignGet } from './presign.ts';
import { findQuota, serviceOfOperation, type ServiceName } from './quotas.ts';
import { createRecorder } from './recorder.ts';
import { createSender, paceKey, type SdkClient } from './send.ts';

export interface Aws {
  readonly access: AwsAccess;
  readonly secrets: SecretStore;
  readonly profiles: ProfileReader;
  readonly mfa: MfaPrompter;
  readonly ssoLogin: SsoLoginWatch;
  readonly capabilities: Capabilities;
  /** Finds the credentials of an account anew, without a call to the account itself. */
  checkCredentials(account: string): Promise<void>;
  close(): void;
}

export interface AwsDeps {
  readonly ports: Ports;
  readonly database: Database;
  readonly events: EventBus;
  readonly masker: Masker;
  readonly accounts: AccountLookup;
}

export function createAws(deps: AwsDeps): Aws {
  const { ports, database, events, masker, accounts } = deps;
  const pool = createClientPool();
  const pacer = createPacer(ports.clock);
  const capabilities = createCapabilities({
    database,
    clock: ports.clock,
    onChange: (account) => events.emit('accounts.changed', { account }),
  });
  const recorder = createRecorder({ database, clock: ports.clock, masker });
  const sender = createSender({ pacer, recorder, masker, observe: capabilities.observe });
  const secrets = createSecretStore({ database, secretBox: ports.secretBox, masker });
  const profiles = createProfileReader(ports.awsEnvironment);
  const mfa = createMfaPrompter({ events, clock: ports.clock });
  const ssoLogin = createSsoLoginWatch({
    events,
    clock: ports.clock,
    onBack: () => broker.forgetProfiles().forEach((account) => pool.forget(account)),
  });
  const broker = createCredentialBroker({
    ports,
    environment: ports.awsEnvironment,
    accounts,
    secrets,
    profiles,
    mfa,
    ssoLogin,
    sender,
    masker,
  });

  const forget = (account: string): void => {
    broker.forget(account);
    for (const { key } of accounts.listSettings()) pool.forget(key);
    pool.forget(account);
  };

  const settingsInUse = new Map<string, string>();
  /** Another process on the data folder may have changed the account: nothing of the old settings may serve the new ones. */
  const currentSettings = (account: string): AccountSettings => {
    const settings = accounts.getSettings(account);
    const text = JSON.stringify(settings);
    const before = settingsInUse.get(account);
    settingsInUse.set(account, text);
    if (before !== undefined && before !== text) forget(account);
    return settings;
  };

  const clientOf = <S extends ServiceName>(account: string, service: S, maxAttempts: number) =>
    pool.get(
      account,
      service,
      () => ({
        address: addressOf(ports, accounts.getSettings(account), service),
        credentials: () => broker.get(account),
        maxAttempts,
      }),
      maxAttempts,
    );

  const door = <Inputs extends object, Outputs extends MetadataBearer>(
    account: string,
    service: ServiceName,
    client: (maxAttempts: number) => SdkClient<Inputs, Outputs>,
  ): Door<Inputs, Outputs> => ({
    async send(command, options) {
      const { awsAccountId } = currentSettings(account);
      const owner = { account, awsAccountId, service };
      const once = () => sender.send(client(options.maxAttempts ?? STANDARD_ATTEMPTS), command, owner, options);
      try {
        return await once();
      } catch (error) {
        if (!isAboutCredentials(error)) throw error;
        forget(account);
        // Refused before anything was done: safe to ask again with renewed credentials, writes included.
        if (error.data.code === 'credentials-expired' && broker.isRenewable(account)) return once();
        throw error;
      }
    },
  });

  const access: AwsAccess = {
    catalog: (account) => door(account, 'catalog', (attempts) => clientOf(account, 'catalog', attempts)),
    sts: (account) => door(account, 'sts', (attempts) => clientOf(account, 'sts', attempts)),
    s3: (account) => door(account, 's3', (attempts) => clientOf(account, 's3', attempts)),
    confirmIdentity: (account, options) => confirmIdentity(access, accounts, account, options),
    async presignEula(account, key) {
      const settings = currentSettings(account);
      const bucket = settings.eulaBucket ?? fail('bucket-missing', { action: { kind: 'open-account', account } });
      return presignGet({
        address: addressOf(ports, settings, 's3'),
        credentials: await broker.getForPresigning(account),
        bucket: bucket.bucket,
        key,
        now: ports.clock.realNow(),
      });
    },
    forget,
    estimate(account, operation, count) {
      const service = serviceOfOperation(operation);
      const { perSecond } = findQuota(service, operation);
      const key = paceKey(accounts.getSettings(account).awsAccountId, service, operation);
      return pacer.estimate(key, perSecond, count);
    },
  };

  return {
    access,
    secrets,
    profiles,
    mfa,
    ssoLogin,
    capabilities,
    async checkCredentials(account) {
      forget(account);
      await broker.get(account);
    },
    close() {
      ssoLogin.close();
      pool.close();
    },
  };
}

async function confirmIdentity(
  access: AwsAccess,
  accounts: AccountLookup,
  account: string,
  options: CallOptions,
): Promise<{ awsAccountId: string; arn: string }> {
  const { awsAccountId } = accounts.getSettings(account);
  const { Account, Arn } = await access.sts(account).send(new GetCallerIdentityCommand({}), options);
  if (!Account || !Arn) fail('malformed-answer', { retryable: true });
  if (Account !== awsAccountId) {
    fail('wrong-account', {
      params: { expected: awsAccountId, actual: Account, arn: Arn },
      action: { kind: 'open-account', account },
    });
  }
  return { awsAccountId: Account, arn: Arn };
}

function isAboutCredentials(error: unknown): error is OfferdeckError {
  return error instanceof OfferdeckError && ['credentials-expired', 'credentials-invalid'].includes(error.data.code);
}

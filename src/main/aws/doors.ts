/** The doors of an account: a client for each service, the settings of now behind it, renewed credentials when AWS asks for them. */
import type { MetadataBearer } from '@smithy/types';
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions, Door, ServiceDoors, StsDoor } from './access.ts';
import { createClientPool, STANDARD_ATTEMPTS } from './clients.ts';
import type { AccountLookup, CredentialBroker } from './credentials/index.ts';
import { addressOf, type EndpointPorts } from './endpoints.ts';
import { confirmIdentity } from './identity.ts';
import type { ServiceName } from './quotas.ts';
import type { SdkClient, Sender } from './send.ts';

export interface Doors extends ServiceDoors, Pick<AwsAccess, 'confirmIdentity' | 'forget'> {
  /** The settings as they stand on disk; drops everything made from earlier ones. */
  currentSettings(account: string): AccountSettings;
  close(): void;
}

export interface DoorDeps {
  readonly ports: EndpointPorts;
  readonly accounts: AccountLookup;
  readonly broker: CredentialBroker;
  readonly sender: Sender;
}

export function createDoors({ ports, accounts, broker, sender }: DoorDeps): Doors {
  const pool = createClientPool();
  const settingsInUse = new Map<string, string>();

  const forget = (account: string): void => {
    broker.forget(account);
    // Accounts that assume their role from this one lost their credentials with it.
    for (const { key } of accounts.listSettings()) pool.forget(key);
    pool.forget(account);
  };

  /** Another process on the data folder may have changed the account: nothing of the old settings may serve the new ones. */
  const currentSettings = (account: string): AccountSettings => {
    const settings = accounts.getSettings(account);
    const text = JSON.stringify(settings);
    const before = settingsInUse.get(account);
    settingsInUse.set(account, text);
    if (before !== undefined && before !== text) forget(account);
    return settings;
  };

  const clientOf = <S extends ServiceName>(account: string, service: S, maxAttempts = STANDARD_ATTEMPTS) =>
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
    client: (maxAttempts?: number) => SdkClient<Inputs, Outputs>,
  ): Door<Inputs, Outputs> => ({
    async send(command, options) {
      const { awsAccountId } = currentSettings(account);
      const once = () => sender.send(client(options.maxAttempts), command, { account, awsAccountId, service }, options);
      try {
        return await once();
      } catch (error) {
        if (!isAboutCredentials(error)) throw error;
        forget(account);
        if (error.data.code !== 'credentials-expired' || !broker.isRenewable(account)) throw error;
        // AWS refused before it did anything, so even a write may go again; but the new credentials may be somebody else’s.
        if (service !== 'sts') await confirm(account, options);
        return once();
      }
    },
  });

  const sts = (account: string): StsDoor => door(account, 'sts', (attempts) => clientOf(account, 'sts', attempts));
  const confirm = (account: string, options: CallOptions) =>
    confirmIdentity(sts(account), { account, awsAccountId: currentSettings(account).awsAccountId }, options);

  return {
    catalog: (account) => door(account, 'catalog', (attempts) => clientOf(account, 'catalog', attempts)),
    sts,
    s3: (account) => door(account, 's3', (attempts) => clientOf(account, 's3', attempts)),
    agreement: (account) => door(account, 'agreement', (attempts) => clientOf(account, 'agreement', attempts)),
    sqs: (account) => door(account, 'sqs', (attempts) => clientOf(account, 'sqs', attempts)),
    events: (account) => door(account, 'events', (attempts) => clientOf(account, 'events', attempts)),
    iam: (account) => door(account, 'iam', (attempts) => clientOf(account, 'iam', attempts)),
    sns: (account) => door(account, 'sns', (attempts) => clientOf(account, 'sns', attempts)),
    selling: (account) => door(account, 'selling', (attempts) => clientOf(account, 'selling', attempts)),
    confirmIdentity: confirm,
    currentSettings,
    forget,
    close: () => pool.close(),
  };
}

function isAboutCredentials(error: unknown): error is OfferdeckError {
  return error instanceof OfferdeckError && ['credentials-expired', 'credentials-invalid'].includes(error.data.code);
}

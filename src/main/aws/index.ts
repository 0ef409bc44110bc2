/** Builds the core's way to AWS from its parts. */
import { fail } from '../../shared/errors/app-error.ts';
import type { EventBus } from '../events.ts';
import type { Masker } from '../masking/masker.ts';
import type { Ports } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import type { AwsAccess } from './access.ts';
import { createCapabilities, type Capabilities } from './capabilities.ts';
import { createCredentialBroker, type AccountLookup } from './credentials/index.ts';
import { createMfaPrompter, type MfaPrompter } from './credentials/mfa.ts';
import { createProfileReader, type ProfileReader } from './credentials/profiles.ts';
import { createSecretStore, type SecretStore } from './credentials/secret-store.ts';
import { createSsoLoginWatch, type SsoLoginWatch } from './credentials/sso-login.ts';
import { createDoors } from './doors.ts';
import { createDownload } from './download.ts';
import { addressOf } from './endpoints.ts';
import { createDayBudget } from './day-budget.ts';
import { createPacer } from './pacer.ts';
import { presignGet } from './presign.ts';
import { findQuota, serviceOfOperation } from './quotas.ts';
import { createRecorder } from './recorder.ts';
import { createSender, paceKey } from './send.ts';

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
  const pacer = createPacer(ports.clock);
  const capabilities = createCapabilities({
    database,
    clock: ports.clock,
    onChange: (account) => events.emit('accounts.changed', { account }),
  });
  const recorder = createRecorder({ database, clock: ports.clock, masker });
  const budget = createDayBudget({ database, clock: ports.clock });
  const sender = createSender({ pacer, recorder, budget, masker, clock: ports.clock, observe: capabilities.observe });
  const secrets = createSecretStore({ database, secretBox: ports.secretBox, masker });
  const profiles = createProfileReader(ports.awsEnvironment);
  const mfa = createMfaPrompter({ events, clock: ports.clock });
  const ssoLogin = createSsoLoginWatch({
    events,
    clock: ports.clock,
    onBack: () => broker.listOnProfiles().forEach((account) => doors.forget(account)),
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

  const doors = createDoors({ ports, accounts, broker, sender });

  const access: AwsAccess = {
    catalog: doors.catalog,
    sts: doors.sts,
    s3: doors.s3,
    agreement: doors.agreement,
    sqs: doors.sqs,
    events: doors.events,
    iam: doors.iam,
    sns: doors.sns,
    selling: doors.selling,
    confirmIdentity: doors.confirmIdentity,
    download: createDownload({ recorder }),
    forget: doors.forget,
    async presignEula(account, key) {
      const settings = doors.currentSettings(account);
      const bucket = settings.eulaBucket ?? fail('bucket-missing', { action: { kind: 'open-account', account } });
      return presignGet({
        address: addressOf(ports, settings, 's3'),
        credentials: await broker.getForPresigning(account),
        bucket: bucket.bucket,
        key,
        now: ports.clock.realNow(),
      });
    },
    estimate(account, operation, count) {
      const service = serviceOfOperation(operation);
      const quota = findQuota(service, operation);
      const { awsAccountId } = accounts.getSettings(account);
      const key = paceKey(awsAccountId, service, operation);
      const byDay = budget.waitFor({ account, awsAccountId, service }, quota, count);
      return Math.max(pacer.estimate(key, quota.perSecond, count), byDay);
    },
    leftToday(account, operation) {
      const service = serviceOfOperation(operation);
      const { awsAccountId } = accounts.getSettings(account);
      return budget.left({ account, awsAccountId, service }, findQuota(service, operation));
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
      doors.forget(account);
      await broker.get(account);
    },
    close() {
      ssoLogin.close();
      doors.close();
    },
  };
}

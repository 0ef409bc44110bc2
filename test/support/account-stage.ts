/** A local cloud for a test file about accounts, its sellers, and short ways to set one up and test it. */
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { Simulator } from '../../src/simulator/server.ts';
import type { SeedAccount } from '../../src/simulator/types.ts';
import type {
  AccessKeys,
  AccountSettings,
  Connection,
  ConnectionTestStep,
} from '../../src/shared/domain/account/account.ts';
import { sampleAccount } from './samples.ts';
import { accountsOf, startTestSimulator } from './simulator.ts';
import type { TestCore } from './test-core.ts';

export interface AccountStage {
  readonly simulator: Simulator;
  readonly isv: SeedAccount;
  readonly otherIsv: SeedAccount;
  settingsOf(seller: SeedAccount, connection: Connection, changes?: Partial<AccountSettings>): AccountSettings;
}

/** Call it at the top of a test file; its members are there once the tests run. */
export function useAccountStage(): AccountStage {
  let simulator: Simulator | undefined;
  const running = (): Simulator => {
    if (!simulator) throw new Error('the local cloud runs during tests only');
    return simulator;
  };
  beforeAll(async () => {
    simulator = await startTestSimulator();
  });
  afterAll(() => running().stop());
  beforeEach(() => {
    running().control.clearFaults();
    running().control.clearRequests();
  });
  afterEach(() => vi.unstubAllEnvs());
  return {
    get simulator() {
      return running();
    },
    get isv() {
      return accountsOf(running()).isv;
    },
    get otherIsv() {
      return accountsOf(running()).otherIsv;
    },
    settingsOf(seller, connection, changes = {}) {
      return sampleAccount({
        awsAccountId: seller.accountId,
        connection,
        eulaBucket: { bucket: seller.eulaBucket ?? '', prefix: 'tests', region: 'us-east-1' },
        endpoint: running().endpoint,
        ...changes,
      });
    },
  };
}

export const roleArn = (account: SeedAccount, name: string) => `arn:aws:iam::${account.accountId}:role/${name}`;

export function keysOf({ accessKeyId, secretAccessKey }: SeedAccount): AccessKeys {
  return { accessKeyId, secretAccessKey, sessionToken: null };
}

export async function testAccount(
  core: TestCore,
  settings: AccountSettings,
  keys: AccessKeys | null = null,
): Promise<ConnectionTestStep[]> {
  const { key } = await core.call('accounts.create', { settings, keys });
  return (await core.call('accounts.test', { account: key })).steps;
}

export function statesOf(steps: readonly ConnectionTestStep[]): Record<string, string> {
  return Object.fromEntries(steps.map(({ step, state }) => [step, state]));
}

/** What an account that may do everything shows. */
export const ALL_GOOD = {
  credentials: 'passed',
  identity: 'passed',
  catalog: 'passed',
  bucket: 'passed',
  write: 'unknown',
  partnerLink: 'passed',
  partnerRights: 'passed',
};

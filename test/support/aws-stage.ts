/** Single calls against the local cloud: an account with keys of its own, or one that assumes a role through a profile. */
import type { AccountSettings } from '../../src/shared/domain/account/account.ts';
import { roleArn, type AccountStage } from './account-stage.ts';
import { makeAwsConfig, profileWithKeys } from './aws-config.ts';
import { startTestAws, type TestAws } from './test-aws.ts';

export interface StagedAccount {
  readonly test: TestAws;
  readonly account: string;
}

export function startWithPractice(stage: AccountStage, changes: Partial<AccountSettings> = {}): StagedAccount {
  const test = startTestAws({ practice: stage.simulator });
  return { test, account: test.addAccount(stage.settingsOf(stage.isv, { kind: 'practice' }, changes)) };
}

/** A role of the seller account, through a profile whose keys are the account’s own. */
export function startWithRole(stage: AccountStage, name: string): StagedAccount {
  const { environment } = makeAwsConfig({
    credentials: profileWithKeys('base', stage.isv),
    config: `[profile role]\nrole_arn = ${roleArn(stage.isv, name)}\nsource_profile = base\n`,
  });
  const test = startTestAws({ practice: stage.simulator, awsEnvironment: environment });
  return { test, account: test.addAccount(stage.settingsOf(stage.isv, { kind: 'profile', profile: 'role' })) };
}

import { appendFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeAwsConfig } from '../../support/aws-config.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { startTestCore } from '../../support/test-core.ts';

const secret = 'profileSampleSecretKeyNotReal00000000001';

const config = `
[default]
region = eu-central-1

[profile sso-new]
sso_session = acme
sso_account_id = 012345678901
sso_role_name = Seller

[profile sso-old]
sso_start_url = https://acme-example.awsapps.com/start
sso_region = us-east-1
sso_account_id = 111122223333
sso_role_name = Seller

[profile role]
role_arn = arn:aws:iam::222233334444:role/Seller
source_profile = keys
mfa_serial = arn:aws:iam::333344445555:mfa/someone

[profile process]
credential_process = /bin/true --secret ${secret}

[profile web]
role_arn = arn:aws:iam::222233334444:role/Web
web_identity_token_file = /nonexistent/token

[sso-session acme]
sso_start_url = https://acme-example.awsapps.com/start
sso_region = us-east-1

[services local]
s3 =
  endpoint_url = http://127.0.0.1:1
`;

const credentials = `
[keys]
aws_access_key_id = AKIAFAKEPROFILE00001
aws_secret_access_key = ${secret}
`;

afterEach(() => vi.unstubAllEnvs());

describe('named profiles', () => {
  it('are listed with their kind and without any secret', async () => {
    const { environment } = makeAwsConfig({ config, credentials });
    const core = await startTestCore({ awsEnvironment: environment });
    const { profiles, configFile } = await core.call('accounts.profiles', {});
    expect(configFile).toBe(environment.configFile);
    expect(profiles).toEqual([
      { name: 'default', kind: 'unknown', region: 'eu-central-1', awsAccountId: null, needsMfa: false },
      { name: 'keys', kind: 'keys', region: null, awsAccountId: null, needsMfa: false },
      { name: 'process', kind: 'process', region: null, awsAccountId: null, needsMfa: false },
      { name: 'role', kind: 'role', region: null, awsAccountId: '222233334444', needsMfa: true },
      { name: 'sso-new', kind: 'sso', region: null, awsAccountId: '012345678901', needsMfa: false },
      { name: 'sso-old', kind: 'sso', region: null, awsAccountId: '111122223333', needsMfa: false },
      { name: 'web', kind: 'web-identity', region: null, awsAccountId: '222233334444', needsMfa: false },
    ]);
    expect(findSecretLeaks({ secrets: { secret }, captured: { ...core.captured } })).toEqual([]);
  });

  it('are read anew each time', async () => {
    const { environment } = makeAwsConfig({ config, credentials });
    const core = await startTestCore({ awsEnvironment: environment });
    const before = (await core.call('accounts.profiles', {})).profiles.length;
    appendFileSync(environment.configFile, '\n[profile added]\nregion = us-east-1\n');
    const { profiles } = await core.call('accounts.profiles', {});
    expect(profiles).toHaveLength(before + 1);
    expect(profiles.map((profile) => profile.name)).toContain('added');
  });

  it('are none where there is no configuration', async () => {
    const core = await startTestCore();
    expect((await core.call('accounts.profiles', {})).profiles).toEqual([]);
  });

  it('that redirect AWS clients are named in the notice of real mode', async () => {
    const { environment } = makeAwsConfig({ config: '[profile bent]\nendpoint_url = http://127.0.0.1:1\n' });
    const core = await startTestCore({ mode: 'real', awsEnvironment: environment });
    expect((await core.call('app.info', {})).notices).toMatchObject([{ params: { names: '[bent]' } }]);
  });
});

/** The named profiles of this machine's AWS configuration: what they are, never what they hold. */
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { AwsProfile } from '../../../shared/contract/accounts.ts';
import type { AwsEnvironment } from '../../ports.ts';

type Section = Readonly<Record<string, string | undefined>>;

export interface ProfileReader {
  list(): Promise<AwsProfile[]>;
  has(profile: string): Promise<boolean>;
  /** The profile whose SSO login this one needs (itself or a source profile) and the id of its token file; null without SSO. */
  findSsoLogin(profile: string): Promise<{ profile: string; tokenId: string } | null>;
  /** Profiles or the environment that point AWS clients elsewhere; they are ignored, and the user is told. */
  listEndpointOverrides(): Promise<string[]>;
}

export function createProfileReader(environment: AwsEnvironment): ProfileReader {
  const files = { filepath: environment.credentialsFile, configFilepath: environment.configFile };

  /** Read anew each time: people edit these files while the app runs. */
  const read = async (): Promise<Record<string, Section>> => {
    const { configFile, credentialsFile } = await loadSharedConfigFiles({ ...files, ignoreCache: true });
    const merged: Record<string, Section> = {};
    for (const [name, section] of [...Object.entries(configFile), ...Object.entries(credentialsFile)]) {
      if (!/^(sso-session|services)\./.test(name)) merged[name] = { ...merged[name], ...section };
    }
    return merged;
  };

  return {
    async list() {
      const sections = await read();
      return Object.entries(sections)
        .map(([name, section]) => describe(name, section))
        .sort((a, b) => a.name.localeCompare(b.name, 'en'));
    },
    async has(profile) {
      return Object.hasOwn(await read(), profile);
    },
    async findSsoLogin(profile) {
      const sections = await read();
      const visited = new Set<string>();
      for (
        let name: string | undefined = profile;
        name && !visited.has(name);
        name = sections[name]?.['source_profile']
      ) {
        visited.add(name);
        const section = sections[name];
        const session = section?.['sso_session'];
        if (session) return { profile: name, tokenId: session };
        if (section?.['sso_start_url']) return { profile: name, tokenId: section['sso_start_url'] };
      }
      return null;
    },
    async listEndpointOverrides() {
      const sections = await read();
      const inProfiles = Object.entries(sections)
        .filter(([, section]) => section['endpoint_url'] !== undefined || section['services'] !== undefined)
        .map(([name]) => `[${name}]`);
      return [...environment.endpointOverrides, ...inProfiles];
    },
  };
}

function describe(name: string, section: Section): AwsProfile {
  const roleArn = section['role_arn'];
  return {
    name,
    kind: kindOf(section),
    region: section['region'] ?? null,
    awsAccountId: section['sso_account_id'] ?? /:(\d{12}):/.exec(roleArn ?? '')?.[1] ?? null,
    needsMfa: section['mfa_serial'] !== undefined,
  };
}

/** In the order in which the SDK decides. */
function kindOf(section: Section): AwsProfile['kind'] {
  if (section['role_arn'] && (section['source_profile'] || section['credential_source'])) return 'role';
  if (section['aws_access_key_id'] && section['aws_secret_access_key']) return 'keys';
  if (section['web_identity_token_file'] && section['role_arn']) return 'web-identity';
  if (section['credential_process']) return 'process';
  if (section['sso_session'] || section['sso_start_url']) return 'sso';
  return 'unknown';
}

/** Credentials of a named profile (SSO, role, process, static, web identity), and why they could not be had. */
import { fromIni } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity } from '@smithy/types';
import { createAppError, fail, OfferdeckError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { Masker } from '../../masking/masker.ts';
import type { AwsEnvironment } from '../../ports.ts';
import { mapAwsError } from '../map-error.ts';
import type { RoleAssumer } from './assume-role.ts';
import type { MfaPrompter } from './mfa.ts';
import type { ProfileReader } from './profiles.ts';
import type { SsoLoginWatch } from './sso-login.ts';

export interface ProfileCredentialsDeps {
  readonly environment: AwsEnvironment;
  readonly profiles: ProfileReader;
  readonly mfa: MfaPrompter;
  readonly ssoLogin: SsoLoginWatch;
  readonly masker: Masker;
}

export interface ProfileRequest {
  readonly account: string;
  readonly profile: string;
  readonly assumeRole: RoleAssumer;
  /** The local cloud that stands in for AWS's sign-in services, in practice and tests. */
  readonly localEndpoint: string | null;
}

export async function resolveProfileCredentials(
  deps: ProfileCredentialsDeps,
  request: ProfileRequest,
): Promise<AwsCredentialIdentity> {
  const { environment, profiles, mfa } = deps;
  const { account, profile, assumeRole, localEndpoint } = request;
  if (!(await profiles.has(profile))) {
    fail('profile-missing', {
      params: { profile, configFile: environment.configFile, credentialsFile: environment.credentialsFile },
      action: { kind: 'open-account', account },
    });
  }
  try {
    return await fromIni({
      profile,
      filepath: environment.credentialsFile,
      configFilepath: environment.configFile,
      ignoreCache: true,
      mfaCodeProvider: (serial) => mfa.ask(account, serial),
      // Our own STS client: endpoint named outright, paced and recorded like every other call.
      roleAssumer: (source, params) => assumeRole.withCredentials(source, params),
      roleAssumerWithWebIdentity: (params) => assumeRole.withWebIdentity(params),
      // The sign-in services of AWS have a host each; only overrides in the environment have to be kept out.
      clientConfig: localEndpoint ? { endpoint: localEndpoint } : { ignoreConfiguredEndpointUrls: true },
    })();
  } catch (error) {
    throw await explain(deps, request, error);
  }
}

async function explain(deps: ProfileCredentialsDeps, request: ProfileRequest, error: unknown): Promise<OfferdeckError> {
  if (error instanceof OfferdeckError) return error;
  const message = deps.masker.text(error instanceof Error ? error.message : String(error));
  const login = await deps.profiles.findSsoLogin(request.profile);
  if (login) {
    const refused = /UnauthorizedException|session token not found or invalid/i.test(message);
    if (refused || !(await deps.ssoLogin.isFresh(login))) {
      return deps.ssoLogin.needed(request.account, login, refused);
    }
  }
  const mapped = mapAwsError(error, { service: 'credentials', operation: request.profile }, deps.masker);
  if (mapped.data.code === 'network-unreachable') return mapped;
  return new OfferdeckError(
    createAppError(codeOf(message), {
      params: { profile: request.profile },
      aws: mapped.data.aws,
      action: { kind: 'open-account', account: request.account },
    }),
    { cause: message },
  );
}

/** The SDK's credential providers have one error class: only the words tell the kinds apart. */
function codeOf(message: string): ErrorCode {
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|TimeoutError/.test(message)) return 'network-unreachable';
  if (/ForbiddenException|No access/i.test(message)) return 'access-denied';
  if (/expired/i.test(message)) return 'credentials-expired';
  return 'credentials-missing';
}

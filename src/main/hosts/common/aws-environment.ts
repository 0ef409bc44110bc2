/** Copies the AWS part of the process environment once, at start. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AwsEnvironment } from '../../ports.ts';

export function readAwsEnvironment(env: NodeJS.ProcessEnv): AwsEnvironment {
  return {
    configFile: env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config'),
    credentialsFile: env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials'),
    endpointsAllowed: env['OFFERDECK_ALLOW_ENDPOINTS'] === '1',
    endpointOverrides: Object.keys(env).filter((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name)),
  };
}

/** An `~/.aws` folder of a test's own: config, credentials and the cache of SSO logins. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { AwsEnvironment } from '../../src/main/ports.ts';
import { makeTempFolder } from './temp-folder.ts';

export interface AwsConfig {
  readonly environment: AwsEnvironment;
  readonly folder: string;
  writeLogin(tokenId: string, login: { accessToken: string; expiresAt: number }): void;
  removeLogin(tokenId: string): void;
}

/** The SDK finds SSO logins below the home folder only, so the test gets a home of its own. */
export function makeAwsConfig(files: { config?: string; credentials?: string }): AwsConfig {
  const home = makeTempFolder();
  vi.stubEnv('HOME', home);
  const folder = join(home, '.aws');
  const cache = join(folder, 'sso', 'cache');
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(folder, 'config'), files.config ?? '');
  writeFileSync(join(folder, 'credentials'), files.credentials ?? '');
  const fileOf = (tokenId: string) => join(cache, `${createHash('sha1').update(tokenId).digest('hex')}.json`);
  return {
    environment: {
      configFile: join(folder, 'config'),
      credentialsFile: join(folder, 'credentials'),
      endpointOverrides: [],
    },
    folder,
    writeLogin(tokenId, { accessToken, expiresAt }) {
      writeFileSync(
        fileOf(tokenId),
        JSON.stringify({ accessToken, expiresAt: new Date(expiresAt).toISOString(), region: 'us-east-1' }),
      );
    },
    removeLogin(tokenId) {
      rmSync(fileOf(tokenId), { force: true });
    },
  };
}

export function profileWithKeys(name: string, keys: { accessKeyId: string; secretAccessKey: string }): string {
  return `[${name}]\naws_access_key_id = ${keys.accessKeyId}\naws_secret_access_key = ${keys.secretAccessKey}\n`;
}

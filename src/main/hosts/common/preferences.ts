/** Preferences in a small JSON file (conf) for hosts without Electron. Window, language, theme, columns; never a record. */
import Conf from 'conf';
import { AWS_PRODUCTS_ADDRESS } from '../../../shared/domain/aws-product.ts';
import { preferencesSchema, type Preferences } from '../../../shared/contract/app.ts';
import type { PreferenceStore } from '../../ports.ts';

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: 'system',
  activeAccount: null,
  tables: {},
  urlTemplates: {},
  helpPanelOpen: null,
  syncEveryMinutes: 60,
  listingFees: null,
  awsProductsAddress: AWS_PRODUCTS_ADDRESS,
  callRetentionDays: 90,
  notificationDays: 90,
  lastDraft: null,
};

/** The part of conf and electron-store that we use; both have it. */
export interface KeyValueFile {
  readonly store: Record<string, unknown>;
  set(values: Record<string, unknown>): void;
}

export function createPreferenceStore(file: KeyValueFile): PreferenceStore {
  const read = (): Preferences => {
    const parsed = preferencesSchema.safeParse({ ...DEFAULT_PREFERENCES, ...file.store });
    return parsed.success ? parsed.data : DEFAULT_PREFERENCES;
  };
  return {
    get: async () => read(),
    async set(patch) {
      const next = {
        ...read(),
        ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
      };
      file.set(next);
      return read();
    },
  };
}

export function openPreferenceFile(folder: string): KeyValueFile {
  return new Conf<Record<string, unknown>>({
    cwd: folder,
    configName: 'preferences',
    projectName: 'offerdeck',
    projectVersion: '1.0.0',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  });
}

/** What is running: mode, host, data folder, business clock. */
import type { AppInfo } from '../../shared/contract/app.ts';
import { useCallQuery } from '../bridge/hooks.tsx';

/** null while loading. */
export function useAppInfo(): AppInfo | null {
  return useCallQuery('app.info', {}).data ?? null;
}

/** The window's walls as data, so that they can be read in one place and tested without a window. */

import type { OpenTarget } from '../../../shared/contract/announcement.ts';

/** Scheme and host under which the renderer is served; never file://. */
export const APP_SCHEME = 'app';
const APP_ORIGIN = `${APP_SCHEME}://offerdeck`;
export const START_ADDRESS = `${APP_ORIGIN}/index.html`;

/** The app's own page, at what an announcement was about. */
export function startAddressOf(target: OpenTarget): string {
  return `${START_ADDRESS}#/open/${encodeURIComponent(JSON.stringify(target))}`;
}

/** Web preferences of the one window. Values that match Electron's defaults are stated all the same: a default may change. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: false,
} as const;

/** Privileges of the app scheme: a normal, secure origin with fetch; no service workers, no CORS, no CSP bypass. */
export const SCHEME_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  corsEnabled: false,
  bypassCSP: false,
  allowServiceWorkers: false,
  stream: false,
} as const;

/** Permissions a page may have. Everything else is refused without asking. */
export const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set([
  // The buttons that copy an offer's address or a request.
  'clipboard-sanitized-write',
]);

/** Whether a frame that sends us messages is the app's own page. */
export function isOwnAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${APP_SCHEME}:` && new URL(url).host === 'offerdeck';
}

/** The one window: hardened, placed where it was, shown when it has something to show. */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import { allowedLink } from '../../app/links.ts';
import { ALLOWED_PERMISSIONS, isOwnAddress, START_ADDRESS, WEB_PREFERENCES } from './security-policy.ts';

export interface WindowBounds {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

export const DEFAULT_BOUNDS: WindowBounds = { width: 1360, height: 860 };

export function windowOptions(preload: string, bounds: WindowBounds): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Offerdeck',
    webPreferences: { ...WEB_PREFERENCES, preload },
  };
}

/** Denies navigation, new windows and webviews; allow-listed https links go to the system's browser. */
export function guardContents(contents: WebContents, openLink: (url: string) => void): void {
  contents.on('will-navigate', (event) => {
    // First prevented, then decided: a throw in between must not let it pass.
    event.preventDefault();
    const link = allowedLink(event.url);
    if (link) openLink(link);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = allowedLink(url);
    if (link) openLink(link);
    return { action: 'deny' };
  });
}

/** Permissions: refused unless named in the policy, for requests and for checks alike. Downloads only from our own page. */
export function guardSession(session: Session): void {
  const allows = (permission: string, url: string | undefined) =>
    ALLOWED_PERMISSIONS.has(permission) && url !== undefined && isOwnAddress(url);
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(allows(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((contents, permission) => allows(permission, contents?.getURL()));
  session.setDevicePermissionHandler(() => false);
}

export async function openWindow(
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow,
  options: { preload: string; bounds: WindowBounds; address?: string; onClose: (bounds: WindowBounds) => void },
): Promise<BrowserWindow> {
  const window = create(windowOptions(options.preload, options.bounds));
  window.once('ready-to-show', () => window.show());
  window.on('close', () => options.onClose(window.getNormalBounds()));
  await window.loadURL(options.address ?? START_ADDRESS);
  return window;
}

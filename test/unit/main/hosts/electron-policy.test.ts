/** The desktop window's walls: what is refused, by the policy and by what applies it. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { afterAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../../../src/main/hosts/common/response-headers.ts';
import { createAppProtocol } from '../../../../src/main/hosts/electron/app-protocol.ts';
import { registerIpc, type IpcOptions } from '../../../../src/main/hosts/electron/ipc.ts';
import { createSecretBox } from '../../../../src/main/hosts/electron/secret-box.ts';
import { isOwnAddress, WEB_PREFERENCES } from '../../../../src/main/hosts/electron/security-policy.ts';
import { guardContents, guardSession, windowOptions } from '../../../../src/main/hosts/electron/window.ts';
import { allowedLink } from '../../../../src/main/app/links.ts';
import { methods } from '../../../../src/shared/contract/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'offerdeck-protocol-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['https://aws.amazon.com/marketplace/procurement?productId=prod-1&offerId=offer-1', true],
  ['https://us-east-1.console.aws.amazon.com/marketplace/home', true],
  ['https://s3.amazonaws.com/aws-mp-standard-contracts/x.pdf', true],
  ['http://aws.amazon.com/', false],
  ['https://aws.amazon.com.evil.example/', false],
  ['https://evilaws.amazon.com.example/', false],
  ['https://user:pass@aws.amazon.com/', false],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['not an address', false],
])('link %s may be opened: %s', (url, allowed) => {
  expect(allowedLink(url) !== null).toBe(allowed);
});

test('the page policy starts from nothing and allows no inline script, eval or foreign host', () => {
  expect(CONTENT_SECURITY_POLICY.startsWith("default-src 'none'")).toBe(true);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
});

test('the window has no Node, a sandbox and its own world', () => {
  expect(windowOptions('/preload.cjs', { width: 1, height: 1 }).webPreferences).toEqual({
    ...WEB_PREFERENCES,
    preload: '/preload.cjs',
  });
  expect(WEB_PREFERENCES).toMatchObject({
    nodeIntegration: false,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
  });
});

test.each([
  ['app://offerdeck/index.html', 'GET', 200],
  ['app://offerdeck/', 'GET', 200],
  ['app://offerdeck/missing.js', 'GET', 404],
  ['app://offerdeck/%2e%2e/secret.html', 'GET', 404],
  ['app://other/index.html', 'GET', 403],
  ['https://offerdeck/index.html', 'GET', 403],
  ['app://offerdeck/index.html', 'POST', 403],
])('%s by %s answers %i', async (url, method, status) => {
  const response = await createAppProtocol(folder)(new Request(url, { method }));
  expect(response.status).toBe(status);
  expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
});

test('every permission is refused but the named one, and that only for our own page', () => {
  let decide: (contents: WebContents, permission: string, callback: (granted: boolean) => void) => void = () => {};
  let check: (contents: WebContents | null, permission: string) => boolean = () => true;
  guardSession({
    setPermissionRequestHandler: (handler: typeof decide) => (decide = handler),
    setPermissionCheckHandler: (handler: typeof check) => (check = handler),
    setDevicePermissionHandler: () => {},
  } as unknown as Session);
  const at = (url: string) => ({ getURL: () => url }) as WebContents;
  const ask = (url: string, permission: string) => {
    let granted = true;
    decide(at(url), permission, (answer) => (granted = answer));
    return granted;
  };
  const own = 'app://offerdeck/index.html';
  for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'hid']) {
    expect(ask(own, permission)).toBe(false);
    expect(check(at(own), permission)).toBe(false);
  }
  expect(ask(own, 'clipboard-sanitized-write')).toBe(true);
  expect(ask('https://evil.example/', 'clipboard-sanitized-write')).toBe(false);
  expect(check(null, 'clipboard-sanitized-write')).toBe(false);
});

test('navigation, redirects, webviews and new windows are denied; our links go outside', () => {
  const opened: string[] = [];
  let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => (openHandler = handler),
  });
  guardContents(contents as unknown as WebContents, (url) => opened.push(url));
  const isPrevented = (name: string, url: string) => {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  expect(isPrevented('will-navigate', 'https://evil.example/')).toBe(true);
  expect(isPrevented('will-navigate', 'app://offerdeck/other')).toBe(true);
  expect(isPrevented('will-redirect', 'https://evil.example/')).toBe(true);
  expect(isPrevented('will-attach-webview', '')).toBe(true);
  expect(openHandler({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(opened).toEqual([]);
  expect(openHandler({ url: 'https://aws.amazon.com/marketplace' })).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://aws.amazon.com/marketplace']);
});

test('only an own window’s main frame at our own address is heard', async () => {
  const handlers = new Map<string, (...args: unknown[]) => Promise<{ ok: boolean }>>();
  const calls: string[] = [];
  const mainFrame = { url: 'app://offerdeck/index.html' };
  const own = { id: 1, mainFrame, send: () => {} } as unknown as WebContents;
  registerIpc({
    ipcMain: {
      handle: (name: string, handler: never) => handlers.set(name, handler),
      on: () => {},
    } as unknown as IpcOptions['ipcMain'],
    runtime: {
      call: async (method) => {
        calls.push(method);
        return { ok: true, value: {} };
      },
      subscribe: () => () => {},
    },
    windows: () => [own],
  });
  expect([...handlers.keys()]).toHaveLength(Object.keys(methods).length);
  const call = (event: object) => handlers.get('call:app.info')?.(event, 'id', {});
  expect(await call({ sender: own, senderFrame: mainFrame })).toMatchObject({ ok: true });
  for (const event of [
    { sender: { ...own, id: 2 }, senderFrame: mainFrame },
    { sender: own, senderFrame: { url: 'app://offerdeck/index.html' } },
    { sender: own, senderFrame: null },
  ]) {
    expect(await call(event)).toMatchObject({ ok: false, error: { code: 'not-supported' } });
  }
  mainFrame.url = 'https://evil.example/';
  expect(await call({ sender: own, senderFrame: mainFrame })).toMatchObject({ ok: false });
  expect(calls).toEqual(['app.info']);
  expect(isOwnAddress('app://offerdeck.evil/')).toBe(false);
});

test.each([
  ['darwin', true, 'unknown', true],
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'basic_text', false],
  ['linux', true, 'unknown', false],
  ['win32', false, 'unknown', false],
] as const)(
  'on %s with encryption %s and backend %s keys may be stored: %s',
  async (platform, works, backend, expected) => {
    const box = createSecretBox(
      {
        isAsyncEncryptionAvailable: async () => works,
        getSelectedStorageBackend: () => backend,
        encryptStringAsync: async (plain) => Buffer.from(`sealed ${plain.length}`),
        decryptStringAsync: async () => ({ result: 'plain', shouldReEncrypt: true }),
      },
      platform,
    );
    expect((await box.availability()).available).toBe(expected);
    if (expected) {
      expect(Buffer.from(await box.encrypt('secret'), 'base64').toString()).toBe('sealed 6');
      expect(await box.decrypt('AAAA')).toEqual({ plain: 'plain', stale: true });
    } else {
      await expect(box.encrypt('secret')).rejects.toThrow(/encryption/);
      await expect(box.decrypt('AAAA')).rejects.toThrow(/encryption/);
    }
  },
);

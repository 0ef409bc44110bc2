/** The stand-in for the `electron` module: as much of it as the host uses, over Chromium and plain Node. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { ipcMain, protocolHandlers, recorded, shown } from './state.ts';

export { BrowserWindow } from './window.ts';
export { ipcMain };

let ready = false;

export const app = Object.assign(recorded.app, {
  isPackaged: false,
  requestSingleInstanceLock: () => process.env['STANDIN_SECOND_INSTANCE'] !== '1',
  enableSandbox() {
    recorded.sandboxed = true;
    recorded.readyWhenSandboxed = ready;
  },
  async whenReady() {
    ready = true;
  },
  isReady: () => ready,
  getVersion: () => '0.0.0',
  getName: () => 'Offerdeck',
  getAppPath: () => process.cwd(),
  getPath: () => paths.userData,
  setPath(_name: string, path: string) {
    paths.userData = path;
  },
  getPreferredSystemLanguages: () => ['en-US'],
  quit() {
    let prevented = false;
    recorded.app.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) process.exit(0);
  },
});
const paths = { userData: process.env['STANDIN_USER_DATA'] ?? '' };

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]) {
    if (ready) throw new Error('schemes must be registered before the app is ready');
    recorded.privileges.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    protocolHandlers.set(scheme, handler);
  },
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: unknown) => void (recorded.permissionRequest = handler),
    setPermissionCheckHandler: (handler: unknown) => void (recorded.permissionCheck = handler),
    setDevicePermissionHandler() {},
  },
};

/** The secret box's twin: real encryption with a key that lives as long as the test. */
const key = randomBytes(32);
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  async encryptStringAsync(plain: string) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  async decryptStringAsync(data: Buffer) {
    const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, 12));
    decipher.setAuthTag(data.subarray(12, 28));
    const result = Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: false };
  },
};

export const shell = {
  async openExternal(url: string) {
    recorded.opened.push(url);
  },
};

export const dialog = {
  showSaveDialog: async ({ defaultPath }: { defaultPath: string }) => ({
    canceled: false,
    filePath: `${paths.userData}/${defaultPath}`,
  }),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => void (recorded.menu = menu),
};

export class Notification extends EventEmitter {
  readonly #message: unknown;
  constructor(message: unknown) {
    super();
    this.#message = message;
  }
  show() {
    recorded.notifications.push(this.#message);
    shown.push(this);
  }
}

export const utilityProcess = {
  /** A utility process speaks over process.parentPort; the shim gives a forked Node the same. */
  fork(path: string, args: string[]) {
    const child = fork(path, args, { execArgv: ['--import', new URL('./parent-port.ts', import.meta.url).href] });
    process.on('exit', () => child.kill());
    return Object.assign(new EventEmitter(), {
      on: (name: string, listener: (...args: never[]) => void) => child.on(name, listener as never),
      postMessage: (message: object) => child.send(message),
    });
  },
};

export default { app, protocol, session, safeStorage, shell, dialog, Menu, Notification, utilityProcess, ipcMain };

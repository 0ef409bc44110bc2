/** The Electron host: builds the core with the desktop's own ports and opens the window. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import Store from 'electron-store';
import type { OpenTarget } from '../../../shared/contract/announcement.ts';
import { detectLanguage } from '../../../shared/domain/language.ts';
import { maskText } from '../../masking/mask.ts';
import { createLogWriter } from '../common/log-file.ts';
import { createLogger } from '../common/logger.ts';
import { parseHostOptions } from '../common/options.ts';
import { createRuntime, type Runtime } from '../common/runtime.ts';
import type { PracticeHandle, PracticeWorkerData } from '../common/practice.ts';
import { sharePractice } from '../common/share-practice.ts';
import { createAppProtocol } from './app-protocol.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { createFiles } from './files.ts';
import { registerIpc } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createNotifier } from './notifications.ts';
import { startPracticeProcess } from './practice-process.ts';
import { createSecretBox } from './secret-box.ts';
import { APP_SCHEME, SCHEME_PRIVILEGES, startAddressOf } from './security-policy.ts';
import { DEFAULT_BOUNDS, guardContents, guardSession, openWindow, type WindowBounds } from './window.ts';

const OUT_FOLDER = join(import.meta.dirname, '..');
const PRELOAD = join(OUT_FOLDER, 'preload', 'index.cjs');
const SIMULATOR_ENTRY = join(import.meta.dirname, 'simulator.js');

/** Runs until the user quits. Resolves once the window is open. */
export async function runElectronHost(): Promise<void> {
  const options = parseHostOptions(process.argv.slice(app.isPackaged ? 1 : 2));
  process.umask(0o077);
  if (options.dataRoot) app.setPath('userData', options.dataRoot);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }]);
  await app.whenReady();

  protocol.handle(APP_SCHEME, createAppProtocol(join(OUT_FOLDER, 'renderer')));
  guardSession(session.defaultSession);
  const openLink = (url: string) => void shell.openExternal(url);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));

  const dataRoot = app.getPath('userData');
  const windowFile = new Store<{ bounds?: WindowBounds }>({ cwd: dataRoot, name: 'window' });
  const runtime = await startRuntime(dataRoot, options, (target) => {
    if (!showInWindow(target)) void open(startAddressOf(target));
  });
  registerIpc({ ipcMain, runtime, windows: () => BrowserWindow.getAllWindows().map((window) => window.webContents) });

  const open = (address?: string) =>
    openWindow((windowOptions) => new BrowserWindow(windowOptions), {
      preload: PRELOAD,
      ...(address === undefined ? {} : { address }),
      bounds: windowFile.get('bounds') ?? DEFAULT_BOUNDS,
      onClose: (bounds) => windowFile.set('bounds', bounds),
    });
  app.on('second-instance', () => void toFront());
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  closeInOrder(runtime);
  const window = await open();
  if (options.json) {
    process.stdout.write(
      `${JSON.stringify({ url: window.webContents.getURL(), host: 'electron', mode: runtime.mode() })}\n`,
    );
  }
}

/** Held until they are gone: a click on one that was cleared from memory would be lost. */
const announced = new Set<Notification>();

function announce(message: { title: string; body: string }, onClick: () => void): void {
  const notification = new Notification(message);
  announced.add(notification);
  notification.on('click', onClick);
  notification.on('close', () => announced.delete(notification));
  notification.show();
}

function startPracticeHere(data: PracticeWorkerData, onClock: (offsetMs: number) => void): Promise<PracticeHandle> {
  return startPracticeProcess(
    (args) => utilityProcess.fork(SIMULATOR_ENTRY, args, { serviceName: 'Offerdeck practice cloud' }),
    data,
    onClock,
  );
}

/** null where there is no window, as on a Mac whose last one was closed. */
function toFront(): BrowserWindow | null {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return null;
  if (window.isMinimized()) window.restore();
  window.focus();
  return window;
}

function showInWindow(target: OpenTarget): boolean {
  const window = toFront();
  window?.webContents.send(EVENT_CHANNEL, { name: 'app.openRequested', payload: target });
  return window !== null;
}

async function startRuntime(
  dataRoot: string,
  options: { speed: number; practice: boolean },
  openTarget: (target: OpenTarget) => void,
): Promise<Runtime> {
  const runtime: Runtime = await createRuntime(
    {
      host: 'electron',
      version: app.getVersion(),
      secretBox: createSecretBox(safeStorage, process.platform),
      files: createFiles(dialog),
      opener: { openLink: (url) => shell.openExternal(url) },
      notifier: createNotifier({
        language: async () =>
          (await runtime.preferences().get()).language ?? detectLanguage(app.getPreferredSystemLanguages()),
        isInFront: () => BrowserWindow.getFocusedWindow() !== null,
        show: announce,
        open: openTarget,
      }),
      logger: createLogger(createLogWriter(dataRoot), maskText, 'info'),
      openPreferences: (folder) => new Store<Record<string, unknown>>({ cwd: folder, name: 'preferences' }),
      startPractice: (data, onClock) => sharePractice(data, onClock, startPracticeHere),
    },
    { dataRoot, speed: options.speed, practice: options.practice },
  );
  return runtime;
}

/** The core ends before the app does: nothing is cut in the middle of a journal row. */
function closeInOrder(runtime: Runtime): void {
  let closed = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void runtime.close().finally(() => app.quit());
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}

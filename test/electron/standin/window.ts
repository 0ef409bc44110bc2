/** A BrowserWindow whose page is a page of Chromium. The app scheme is answered by the app's own protocol handler. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { createCodec } from './codec.ts';
import { BINDING, pageWorldScript, preloadWorldScript, RECEIVER } from './page-scripts.ts';
import { ipcMain, protocolHandlers, recorded } from './state.ts';

/** Chromium cannot load app://, so the page lives at an http address that maps to it one to one. */
const HTTP_ORIGIN = 'http://offerdeck.test';
const WORLD = 'Electron Isolated Context';
const codec = createCodec();

const toApp = (url: string) => url.replace(HTTP_ORIGIN, 'app://offerdeck');
const toHttp = (url: string) => url.replace('app://offerdeck', HTTP_ORIGIN);

let contextPromise: Promise<BrowserContext> | undefined;
export function useContext(context: Promise<BrowserContext>): void {
  contextPromise = context;
}

const windows: BrowserWindow[] = [];
let nextId = 1;

class WebContents extends EventEmitter {
  readonly id = nextId++;
  readonly mainFrame = { url: '' };
  cdp: CDPSession | undefined;
  worldId: number | undefined;
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;

  getURL(): string {
    return this.mainFrame.url;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.deliver({ channel, args });
  }

  deliver(message: unknown): void {
    if (!this.cdp || this.worldId === undefined) return;
    const expression = `globalThis[${JSON.stringify(RECEIVER)}](${JSON.stringify(codec.encode(message))})`;
    this.cdp.send('Runtime.evaluate', { expression, contextId: this.worldId }).catch(() => {});
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return windows;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return recorded.inFront ? (windows[0] ?? null) : null;
  }

  readonly webContents = new WebContents();
  readonly #preload: string;

  constructor(options: { webPreferences: { preload: string } }) {
    super();
    recorded.windows.push(structuredClone(options));
    this.#preload = options.webPreferences.preload;
    windows.push(this);
    recorded.app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const context = await contextPromise;
    if (!context) throw new Error('no Chromium');
    const page = await context.newPage();
    await this.#connect(page);
    this.webContents.mainFrame.url = url;
    await page.goto(toHttp(url));
    this.emit('ready-to-show');
  }

  async #connect(page: Page): Promise<void> {
    const contents = this.webContents;
    const cdp = await page.context().newCDPSession(page);
    contents.cdp = cdp;
    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = toApp(request.url());
      if (
        request.isNavigationRequest() &&
        url !== contents.mainFrame.url &&
        !url.startsWith('app://offerdeck/index.html')
      ) {
        contents.emit('will-navigate', { url, preventDefault: () => recorded.prevented.push(url) });
        return route.abort();
      }
      const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1));
      if (!handler) return route.abort();
      const response = await handler(new Request(url, { method: request.method() }));
      return route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    page.on('popup', (popup) => void popup.close());
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) contents.worldId = context.id;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) void this.#fromPage(payload);
    });
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      process.stderr.write(`page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}\n`);
    });
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript() });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(readFileSync(this.#preload, 'utf8')),
      worldName: WORLD,
    });
  }

  async #fromPage(payload: string): Promise<void> {
    const { id, channel, args } = codec.decode(payload) as { id?: number; channel: string; args: unknown[] };
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame };
    if (id === undefined) {
      ipcMain.emit(channel, event, ...args);
      return;
    }
    try {
      const handler = ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      this.webContents.deliver({ reply: id, value: await handler(event, ...args) });
    } catch (error) {
      this.webContents.deliver({ reply: id, error: String(error) });
    }
  }

  getNormalBounds() {
    return { x: 0, y: 0, width: 1360, height: 860 };
  }
  isMinimized() {
    return false;
  }
  restore() {}
  focus() {
    recorded.focused += 1;
    recorded.inFront = true;
  }
  show() {
    recorded.shown += 1;
  }
}

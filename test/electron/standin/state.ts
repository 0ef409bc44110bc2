/** What the app told its stand-in: handlers, policies and calls, for the tests to look at. */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
}

export const ipcMain = new IpcMain();
export const protocolHandlers = new Map<string, (request: Request) => Promise<Response>>();

/** Notifications on screen, so that one can be clicked. */
export const shown: EventEmitter[] = [];

export const recorded = {
  app: new EventEmitter(),
  windows: [] as unknown[],
  prevented: [] as string[],
  opened: [] as string[],
  privileges: [] as unknown[],
  sandboxed: false,
  readyWhenSandboxed: true,
  shown: 0,
  focused: 0,
  inFront: true,
  notifications: [] as unknown[],
  permissionRequest: undefined as unknown,
  permissionCheck: undefined as unknown,
  menu: undefined as unknown,
};

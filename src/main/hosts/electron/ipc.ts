/** Registers every method of the contract with Electron; nobody registers a channel by hand. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { methods } from '../../../shared/contract/index.ts';
import { createAppError } from '../../../shared/errors/app-error.ts';
import type { Runtime } from '../common/runtime.ts';
import { callChannel, CANCEL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOwnAddress } from './security-policy.ts';

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  readonly runtime: Pick<Runtime, 'call' | 'subscribe'>;
  /** The windows that exist now: the only ones that may speak and are spoken to. */
  readonly windows: () => readonly WebContents[];
}

export function registerIpc({ ipcMain, runtime, windows }: IpcOptions): () => void {
  const running = new Map<string, AbortController>();

  /** Own window, main frame, own origin. */
  const isTrusted = ({ sender, senderFrame }: Sender) =>
    windows().includes(sender) && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
  const keyOf = (event: Sender, id: unknown) => `${event.sender.id}:${String(id)}`;

  for (const method of Object.keys(methods)) {
    ipcMain.handle(callChannel(method), async (event: IpcMainInvokeEvent, id: unknown, input: unknown) => {
      if (!isTrusted(event)) return { ok: false, error: createAppError('not-supported', { params: { name: method } }) };
      const aborter = new AbortController();
      const key = keyOf(event, id);
      running.set(key, aborter);
      try {
        return await runtime.call(method, input, aborter.signal);
      } finally {
        running.delete(key);
      }
    });
  }
  ipcMain.on(CANCEL_CHANNEL, (event: IpcMainEvent, id: unknown) => {
    if (isTrusted(event)) running.get(keyOf(event, id))?.abort();
  });

  return runtime.subscribe((name, payload) => {
    for (const window of windows()) window.send(EVENT_CHANNEL, { name, payload });
  });
}

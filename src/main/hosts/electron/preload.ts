/** What the page may touch: call a method of the contract, give a call up, listen to events. Nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, CANCEL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge = {
  call: (id: string, method: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel(method), id, input),
  cancel: (id: string): void => ipcRenderer.send(CANCEL_CHANNEL, id),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: unknown, event: unknown) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('offerdeck', bridge);

/**
 * What runs inside the page: the preload in a world of its own with a `require('electron')`, and in the page's world the
 * object that the preload exposed. The two worlds speak through DOM events that carry strings.
 */
import { createCodec } from './codec.ts';

/** Name of the binding by which the preload's world reaches the stand-in process. */
export const BINDING = 'offerdeckStandIn';
/** Function in the preload's world that takes messages from the stand-in process. */
export const RECEIVER = '__fromMain';

type Codec = ReturnType<typeof createCodec>;

/** Page world: builds the exposed object. Calls are synchronous events; promises and callbacks travel by number. */
function installExposed(codec: Codec): void {
  const settle = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const callbacks = new Map<number, (...args: unknown[]) => void>();
  let counter = 0;
  const tell = (kind: string, message: unknown) =>
    document.dispatchEvent(new CustomEvent(`standin:${kind}`, { detail: codec.encode(message) }));
  const hear = (kind: string, handler: (message: never) => void) =>
    document.addEventListener(`standin:${kind}`, (event) =>
      handler(codec.decode((event as CustomEvent<string>).detail) as never),
    );

  function invoke(target: unknown, args: unknown[]): unknown {
    const id = ++counter;
    let outcome: { value?: unknown; error?: string; promise?: boolean; callable?: number } = {};
    const listener = (event: Event) => {
      outcome = codec.decode((event as CustomEvent<string>).detail) as typeof outcome;
    };
    document.addEventListener(`standin:returned:${id}`, listener, { once: true });
    const packed = args.map((arg) => {
      if (typeof arg !== 'function') return { value: arg };
      callbacks.set(++counter, arg as (...args: unknown[]) => void);
      return { callback: counter };
    });
    const promise = new Promise((resolve, reject) => settle.set(id, { resolve, reject }));
    promise.catch(() => {});
    tell('invoke', { id, target, args: packed });
    if (outcome.error !== undefined) throw new Error(outcome.error);
    if (outcome.promise) return promise;
    const { callable } = outcome;
    return callable === undefined ? outcome.value : (...more: unknown[]) => invoke({ callable }, more);
  }

  hear('settled', ({ id, value, error }: { id: number; value: unknown; error?: string }) => {
    if (error === undefined) settle.get(id)?.resolve(value);
    else settle.get(id)?.reject(new Error(error));
    settle.delete(id);
  });
  hear('callback', ({ callback, args }: { callback: number; args: unknown[] }) => callbacks.get(callback)?.(...args));
  hear('expose', ({ name, members }: { name: string; members: string[] }) => {
    const exposed = Object.fromEntries(
      members.map((member) => [member, (...args: unknown[]) => invoke({ name, member }, args)]),
    );
    if (!(name in window)) Object.defineProperty(window, name, { value: Object.freeze(exposed), enumerable: true });
  });
  // Whichever world starts first: the preload exposes at once, and again when asked.
  tell('hello', {});
}

/** Preload world: `require('electron')` with contextBridge and ipcRenderer. */
function installElectron(codec: Codec, bindingName: string, receiverName: string): unknown {
  type Callable = (...args: unknown[]) => unknown;
  const scope = globalThis as unknown as Record<string, (text: string) => void>;
  const exposed = new Map<string, Record<string, Callable>>();
  const callables = new Map<number, Callable>();
  const pending = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const listeners = new Map<string, Set<Callable>>();
  let counter = 0;
  const tell = (kind: string, message: unknown) =>
    document.dispatchEvent(new CustomEvent(`standin:${kind}`, { detail: codec.encode(message) }));
  const toMain = (message: unknown) => scope[bindingName]?.(codec.encode(message));

  document.addEventListener('standin:invoke', (event) => {
    const { id, target, args } = codec.decode((event as CustomEvent<string>).detail) as {
      id: number;
      target: { name?: string; member?: string; callable?: number };
      args: { value?: unknown; callback?: number }[];
    };
    const real = args.map(({ value, callback }) =>
      callback === undefined ? value : (...given: unknown[]) => tell('callback', { callback, args: given }),
    );
    const run =
      target.callable === undefined
        ? exposed.get(target.name ?? '')?.[target.member ?? '']
        : callables.get(target.callable);
    try {
      const result = run?.(...real);
      if (result instanceof Promise) {
        tell(`returned:${id}`, { promise: true });
        result.then(
          (value) => tell('settled', { id, value }),
          (error: unknown) => tell('settled', { id, error: String(error) }),
        );
      } else if (typeof result === 'function') {
        callables.set(++counter, result as Callable);
        tell(`returned:${id}`, { callable: counter });
      } else tell(`returned:${id}`, { value: result });
    } catch (error) {
      tell(`returned:${id}`, { error: String(error) });
    }
  });

  const expose = () => {
    for (const [name, api] of exposed) tell('expose', { name, members: Object.keys(api) });
  };
  document.addEventListener('standin:hello', expose);

  scope[receiverName] = (text) => {
    const message = codec.decode(text) as {
      reply?: number;
      value?: unknown;
      error?: string;
      channel?: string;
      args?: unknown[];
    };
    if (message.reply !== undefined) {
      const waiting = pending.get(message.reply);
      pending.delete(message.reply);
      if (message.error === undefined) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.error));
      return;
    }
    for (const listener of listeners.get(message.channel ?? '') ?? []) listener({}, ...(message.args ?? []));
  };

  return {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, Callable>) {
        exposed.set(name, api);
        expose();
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          pending.set(++counter, { resolve, reject });
          toMain({ id: counter, channel, args });
        }),
      send: (channel: string, ...args: unknown[]) => toMain({ channel, args }),
      on(channel: string, listener: Callable) {
        const set = listeners.get(channel) ?? new Set();
        listeners.set(channel, set.add(listener));
      },
      off: (channel: string, listener: Callable) => listeners.get(channel)?.delete(listener),
    },
  };
}

export function pageWorldScript(): string {
  return `(${installExposed.toString()})((${createCodec.toString()})());`;
}

/** The built preload, unchanged, with the one module a sandboxed preload may require. */
export function preloadWorldScript(preload: string): string {
  return `(() => {
    const standIn = (${installElectron.toString()})((${createCodec.toString()})(), ${JSON.stringify(BINDING)}, ${JSON.stringify(RECEIVER)});
    const require = (name) => { if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name); return standIn; };
    (function (require) { ${preload}
    })(require);
  })();`;
}

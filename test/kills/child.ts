/** One publisher process: started, listened to, killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PublisherOrder, PublisherReport } from './protocol.ts';

export type Settled = Extract<PublisherReport, { kind: 'settled' }>;

export type Ending =
  | { readonly kind: 'settled'; readonly settled: Settled }
  | { readonly kind: 'killed' }
  /** Ended by itself without having settled anything: a fault of the publisher. */
  | { readonly kind: 'broken'; readonly errors: string };

export interface Publisher {
  /** Resolves when it is up, or gone before that. */
  readonly started: Promise<void>;
  readonly ended: Promise<Ending>;
  kill(): void;
}

/** `program`: file name of one of the programs beside this one. */
export function startPublisher(order: PublisherOrder, program: string, compileCache: string): Publisher {
  const entry = join(import.meta.dirname, program);
  const child = spawn(process.execPath, [entry, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Hundreds of starts of the same program: what one has compiled serves the next.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const started = Promise.withResolvers<void>();
  const ended = follow(child, () => started.resolve());
  void ended.then(() => started.resolve());
  return { started: started.promise, ended, kill: () => void child.kill('SIGKILL') };
}

function follow(child: ChildProcess, onStarted: () => void): Promise<Ending> {
  let settled: Settled | null = null;
  let errors = '';
  if (child.stdout) {
    createInterface(child.stdout).on('line', (line) => {
      const message = JSON.parse(line) as PublisherReport;
      if (message.kind === 'started') onStarted();
      else settled = message;
    });
  }
  child.stderr?.on('data', (text: Buffer) => (errors = `${errors}${text.toString()}`.slice(-4000)));
  return new Promise((resolve) => {
    // 'close' comes after the last line of output.
    child.once('close', (_code, signal) => {
      if (settled) resolve({ kind: 'settled', settled });
      else if (signal === 'SIGKILL') resolve({ kind: 'killed' });
      else resolve({ kind: 'broken', errors });
    });
  });
}

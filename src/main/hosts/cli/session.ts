/** An open core for one command: calls that throw what they failed with, accounts by any of their names, jobs followed. */
import type { Account } from '../../../shared/domain/account/account.ts';
import type { Mode } from '../../../shared/contract/app.ts';
import type { Job } from '../../../shared/domain/job.ts';
import type { EventName, EventPayload, MethodInput, MethodName, MethodOutput } from '../../../shared/contract/index.ts';
import type { SecretBox } from '../../ports.ts';
import { maskText } from '../../masking/mask.ts';
import { defaultDataRoot } from '../common/data-folder.ts';
import { createLogger } from '../common/logger.ts';
import { startPracticeWorker } from '../common/practice.ts';
import { openPreferenceFile } from '../common/preferences.ts';
import { createRuntime } from '../common/runtime.ts';
import { sharePractice } from '../common/share-practice.ts';
import { CallFailure, CommandFailure, EXIT } from './exit-codes.ts';
import type { Output } from './output.ts';
import type { Texts } from './texts.ts';

export interface Session {
  readonly mode: Mode;
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
  /** The account that is meant by key, prefix, name or 12 digits; without a word, the only one there is. */
  account(wanted: string | undefined): Promise<Account>;
  /** Waits for a job, telling its progress; throws what it failed with. */
  finish(jobId: string, title: string): Promise<void>;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly data: string | undefined;
  readonly mode: Mode | undefined;
  readonly speed: number;
  readonly version: string;
  readonly simulatorEntry: URL;
}

/** Keys at rest belong to the desktop app, whose operating system's keychain sealed them. */
const noSecretBox: SecretBox = {
  availability: async () => ({ available: false, reasonKey: 'cli:keys-need-desktop' }),
  encrypt: async () => Promise.reject(new Error('the command line keeps no secrets')),
  decrypt: async () => Promise.reject(new Error('the command line reads no stored keys')),
};

export async function openSession(options: SessionOptions, texts: Texts, output: Output): Promise<Session> {
  const runtime = await createRuntime(
    {
      host: 'cli',
      version: options.version,
      secretBox: noSecretBox,
      files: { saveText: async () => ({ path: null, downloadInRenderer: false }) },
      opener: { openLink: async () => {} },
      notifier: { notify: async () => {} },
      logger: createLogger(
        (line) => output.say(line),
        maskText,
        process.env['OFFERDECK_LOG'] === 'debug' ? 'debug' : 'error',
      ),
      openPreferences: openPreferenceFile,
      startPractice: (data, onClock) =>
        sharePractice(data, onClock, (own, onMove) => startPracticeWorker(options.simulatorEntry, own, onMove)),
    },
    {
      dataRoot: options.data ?? defaultDataRoot(),
      speed: options.speed,
      practice: options.mode === 'practice',
      real: options.mode === 'real',
    },
  );

  async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const reply = await runtime.call(method, input);
    if (!reply.ok) throw new CallFailure(reply.error);
    return reply.value as MethodOutput<M>;
  }

  function on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void {
    return runtime.subscribe((event, payload) => {
      if ((event as string) === name) listener(payload as unknown as EventPayload<E>);
    });
  }

  async function account(wanted: string | undefined): Promise<Account> {
    const { accounts } = await call('accounts.list', {});
    const found =
      wanted === undefined
        ? accounts.length === 1
          ? accounts
          : []
        : accounts.filter(
            ({ key, prefix, name, awsAccountId }) =>
              key === wanted ||
              awsAccountId === wanted ||
              [prefix, name].some((one) => one.toLowerCase() === wanted.toLowerCase()),
          );
    const [only] = found;
    if (only && found.length === 1) return only;
    const names = accounts.map(({ prefix, awsAccountId }) => `${prefix} (${awsAccountId})`).join(', ');
    if (accounts.length === 0) throw new CommandFailure(EXIT.usage, texts.t('account.none'));
    throw new CommandFailure(
      EXIT.usage,
      wanted === undefined ? texts.t('account.which', { names }) : texts.t('account.unknown', { name: wanted, names }),
    );
  }

  async function finish(jobId: string, title: string): Promise<void> {
    const ended = Promise.withResolvers<Job>();
    let told = '';
    const look = (job: Job) => {
      if (job.id !== jobId) return;
      const line =
        job.total === null
          ? texts.t('progress.done', { title, done: job.done })
          : texts.t('progress.of', { title, done: job.done, total: job.total });
      if (job.state === 'running' && job.done > 0 && line !== told) output.say((told = line));
      if (job.endedAt !== null) ended.resolve(job);
    };
    const stop = on('jobs.changed', look);
    for (const job of (await call('jobs.list', {})).jobs) look(job);
    const job = await ended.promise;
    stop();
    if (job.error) throw new CallFailure(job.error);
    if (job.state === 'cancelled') throw new CommandFailure(EXIT.failed, texts.t('progress.cancelled', { title }));
  }

  return { mode: runtime.mode(), call, on, account, finish, close: runtime.close };
}

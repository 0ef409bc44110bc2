/** What the core needs from outside. Asynchronous and clone-safe, so that storage or the whole core can move to a worker. */
import type { Announcement } from '../shared/contract/announcement.ts';
import type { Preferences, Mode } from '../shared/contract/app.ts';

export interface Clock {
  /** Business time in epoch milliseconds: follows the simulator's clock in practice. */
  now(): number;
  /** Real time in epoch milliseconds: signatures, pacing, leases. */
  realNow(): number;
  /** Waits real time divided by the speed. Rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 1, or the `--speed` of a practice run. */
  readonly speed: number;
}

export interface SecretBox {
  /** Whether secrets can be encrypted at rest; otherwise the catalogue key of the reason. */
  availability(): Promise<{ available: true } | { available: false; reasonKey: string }>;
  /** Base64 ciphertext. */
  encrypt(plain: string): Promise<string>;
  /** `stale` asks the caller to encrypt the plain text again (the OS changed its key). */
  decrypt(cipher: string): Promise<{ plain: string; stale: boolean }>;
}

export interface Files {
  /** null path: cancelled, or no dialog here (then the renderer downloads). */
  saveText(request: { suggestedName: string; mediaType: string; text: string }): Promise<{
    path: string | null;
    downloadInRenderer: boolean;
  }>;
}

export interface Opener {
  openLink(url: string): Promise<void>;
}

export interface WebOptions {
  readonly limitBytes: number;
  /** For the whole of it, redirects included. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** Public pages, read over https. It knows no account, and nothing of one goes with it. */
export interface Web {
  getText(address: string, options: WebOptions): Promise<string>;
}

export interface Notifier {
  notify(message: Announcement): Promise<void>;
}

export interface PreferenceStore {
  get(): Promise<Preferences>;
  set(patch: Partial<Preferences>): Promise<Preferences>;
}

export interface Logger {
  debug(message: string, details?: Record<string, unknown>): void;
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/** Where the embedded simulator listens, in practice mode. */
export interface PracticeCloud {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly PracticeAccount[];
}

export interface PracticeAccount {
  readonly accountId: string;
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly eulaBucket: string | null;
  /** Buyers belong to the world of the simulator; no seller account is set up for them. */
  readonly role?: 'isv' | 'channel-partner' | 'buyer';
}

/** The part of the environment that AWS configuration is read from; a fixed copy, never `process.env` itself. */
export interface AwsEnvironment {
  readonly configFile: string;
  readonly credentialsFile: string;
  /** Endpoint overrides found in the environment (`AWS_ENDPOINT_URL…`); ignored in real mode, with a notice. */
  readonly endpointOverrides: readonly string[];
  /** Test runs only: an account's explicit endpoint is honoured in real mode too. */
  readonly endpointsAllowed?: boolean;
}

/**
 * Instants of a write at which a process may die: each state of the journal once it is on disk, and between them `answered` (AWS has
 * answered, nothing of it is on disk) and `looked` (AWS was seen not to have it, it is about to be sent again).
 */
export const JOURNAL_POINTS = [
  'intended',
  'eula-uploaded',
  'sending',
  'answered',
  'looked',
  'sent',
  'succeeded',
  'verified',
] as const;
export type JournalPoint = (typeof JOURNAL_POINTS)[number];

export interface Ports {
  readonly host: 'electron' | 'browser' | 'cli';
  readonly version: string;
  readonly mode: Mode;
  /** Folder of this mode's data; practice and real never share one. */
  readonly dataFolder: string;
  readonly timeZone: string;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly files: Files;
  readonly opener: Opener;
  readonly web: Web;
  readonly notifier: Notifier;
  readonly preferences: PreferenceStore;
  readonly logger: Logger;
  readonly practice: PracticeCloud | null;
  readonly awsEnvironment: AwsEnvironment;
  /** Asks the host to restart the core on the other data folder. */
  switchMode(mode: Mode): Promise<void>;
  /** Told of each instant of a write; only the tests that kill a process there give it. */
  onJournalPoint?(point: JournalPoint, changeId: string): void;
}

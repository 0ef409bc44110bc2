/**
 * Who may do what with a data folder while several processes share it. The locks are the operating system's
 * (through SQLite on two small files), so a killed process leaves none behind.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const OPENING_WAIT_MS = 15_000;
/** Somebody who only looks at the folder for a moment must not make us give up. */
const ALONE_WAIT_MS = 1500;

export interface FolderLock {
  /** Runs `work` while no other process is opening this folder. */
  whileOpening<T>(work: () => T): T;
  /** Inside `whileOpening`: runs `work` if nobody else uses the folder; otherwise answers false. */
  ifAlone(work: () => void): boolean;
  /** Inside `whileOpening`: from here on this process counts as a user of the folder. */
  enter(): void;
  close(): void;
}

export function createFolderLock(folder: string): FolderLock {
  const opening = openLockFile(join(folder, 'opening.lock'), OPENING_WAIT_MS);
  const using = openLockFile(join(folder, 'using.lock'), ALONE_WAIT_MS);
  return {
    whileOpening(work) {
      opening.exec('BEGIN EXCLUSIVE');
      try {
        return work();
      } finally {
        opening.exec('COMMIT');
      }
    },
    ifAlone(work) {
      try {
        using.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
      try {
        work();
      } finally {
        using.exec('COMMIT');
      }
      return true;
    },
    enter() {
      // A read inside an open transaction holds a shared lock until the process ends.
      using.exec('BEGIN');
      using.prepare('SELECT count(*) FROM sqlite_schema').get();
    },
    close() {
      using.close();
      opening.close();
    },
  };
}

/** SQLite's result code without its extension. */
export function resultCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : null;
}

/** SQLITE_BUSY or SQLITE_LOCKED. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === 5 || code === 6;
}

function openLockFile(file: string, timeout: number): DatabaseSync {
  return new DatabaseSync(file, { timeout });
}

/** Held by one process at a time, and by nobody once that has ended, however it ended. */
export interface ProcessLock {
  /** false while another holds it. */
  take(): boolean;
  release(): void;
  close(): void;
}

export function createProcessLock(file: string): ProcessLock {
  const database = openLockFile(file, 0);
  let held = false;
  return {
    take() {
      if (held) return true;
      try {
        database.exec('BEGIN EXCLUSIVE');
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
      held = true;
      return true;
    },
    release() {
      if (held) database.exec('COMMIT');
      held = false;
    },
    close: () => database.close(),
  };
}

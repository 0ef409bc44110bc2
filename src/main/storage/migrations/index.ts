/** Migrations in order. A new one is one file and one line here. */
import { initial } from './0001-initial.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [initial];

/** What was asked of the simulator and what it answered, for assertions; kept in memory, without secrets. */

export interface JournalEntry {
  readonly sequence: number;
  /** Epoch milliseconds, real time. */
  readonly at: number;
  readonly requestId: string;
  readonly service: string;
  readonly operation: string;
  readonly accountId: string | null;
  readonly arn: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  /** Status of the answer; null when the connection was dropped instead. */
  readonly status: number | null;
  readonly errorCode: string | null;
  /** Faults that struck. */
  readonly faults: readonly string[];
}

export interface RequestJournal {
  add(entry: Omit<JournalEntry, 'sequence'>): void;
  list(): readonly JournalEntry[];
  clear(): void;
}

const MOST_ENTRIES = 20_000;

export function createRequestJournal(): RequestJournal {
  let entries: JournalEntry[] = [];
  let sequence = 0;
  return {
    add(entry) {
      sequence += 1;
      entries.push({ ...entry, sequence });
      if (entries.length > MOST_ENTRIES) entries = entries.slice(-MOST_ENTRIES / 2);
    },
    list: () => entries,
    clear() {
      entries = [];
    },
  };
}

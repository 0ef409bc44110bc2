/** What has come in, on disk: stored once, however often it is delivered. */
import type { IncomingEvent } from '../../shared/domain/notification/incoming.ts';
import type { NotificationKind } from '../../shared/domain/notification/kinds.ts';
import {
  DEFAULT_CHOICES,
  notificationSchema,
  type AnnounceChoice,
  type Notification,
} from '../../shared/domain/notification/notification.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { maskText } from '../masking/mask.ts';
import type { Database } from '../storage/database.ts';

export interface NewNotification {
  readonly account: string;
  readonly event: IncomingEvent;
  readonly receivedAt: string;
  readonly own: boolean;
}

export interface NotificationStore {
  /** null: it was here already. On disk when this returns. */
  add(notification: NewNotification): Notification | null;
  find(id: number): Notification | null;
  document(id: number): unknown;
  unread(): { account: string; count: number }[];
  choiceOf(account: string, kind: NotificationKind): AnnounceChoice;
  choose(account: string, kind: NotificationKind, choice: AnnounceChoice): void;
  /** Removes what is older than an instant, some at a time; how many went. */
  prune(before: string, limit: number): number;
}

export const NOTIFICATION_COLUMNS = `seq, account, kind, source, detail_type, time, received_at, title, buyer, status, subjects, own, read_at`;

export interface NotificationRow {
  seq: number;
  account: string;
  kind: NotificationKind;
  source: string;
  detail_type: string;
  time: string;
  received_at: string;
  title: string;
  buyer: string | null;
  status: string | null;
  subjects: string;
  own: number;
  read_at: string | null;
}

export function createNotificationStore(database: Database): NotificationStore {
  const find = (id: number): Notification | null => {
    const row = database.get<NotificationRow>(`SELECT ${NOTIFICATION_COLUMNS} FROM notifications WHERE seq = ?`, id);
    return row ? toNotification(row) : null;
  };
  return {
    find,
    add: ({ account, event, receivedAt, own }) =>
      database.transaction(() => {
        const { changes } = database.run(
          `INSERT INTO notifications (account, dedupe_key, kind, source, detail_type, time, received_at, title, buyer, status,
             subjects, own, search)
           SELECT key, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM accounts WHERE key = ?
           ON CONFLICT (account, dedupe_key) DO NOTHING`,
          event.dedupeKey,
          event.kind,
          event.source,
          event.detailType,
          event.time,
          receivedAt,
          event.title,
          event.buyer,
          event.status,
          JSON.stringify(event.subjects),
          Number(own),
          searchText(event),
          account,
        );
        if (changes === 0) return null;
        const { seq } = database.get<{ seq: number }>('SELECT last_insert_rowid() AS seq') ?? { seq: 0 };
        database.run(
          'INSERT INTO notification_documents (seq, document) VALUES (?, ?)',
          seq,
          maskText(JSON.stringify(event.document)),
        );
        return find(seq);
      }),
    document(id) {
      const row = database.get<{ document: string }>('SELECT document FROM notification_documents WHERE seq = ?', id);
      return row ? (JSON.parse(row.document) as unknown) : null;
    },
    unread: () =>
      database.all<{ account: string; count: number }>(
        'SELECT account, count(*) AS count FROM notifications WHERE read_at IS NULL GROUP BY account',
      ),
    choiceOf(account, kind) {
      const row = database.get<{ choice: AnnounceChoice }>(
        'SELECT choice FROM notification_choices WHERE account = ? AND kind = ?',
        account,
        kind,
      );
      return row?.choice ?? DEFAULT_CHOICES[kind];
    },
    choose(account, kind, choice) {
      database.run(
        `INSERT INTO notification_choices (account, kind, choice) VALUES (?, ?, ?)
         ON CONFLICT (account, kind) DO UPDATE SET choice = excluded.choice`,
        account,
        kind,
        choice,
      );
    },
    prune: (before, limit) =>
      database.cacheTransaction(
        () =>
          database.run(
            'DELETE FROM notifications WHERE seq IN (SELECT seq FROM notifications WHERE time < ? ORDER BY time LIMIT ?)',
            before,
            limit,
          ).changes,
      ),
  };
}

export function toNotification(row: NotificationRow): Notification {
  return notificationSchema.parse({
    id: row.seq,
    account: row.account,
    kind: row.kind,
    source: row.source,
    detailType: row.detail_type,
    time: row.time,
    receivedAt: row.received_at,
    title: row.title,
    buyer: row.buyer,
    status: row.status,
    subjects: JSON.parse(row.subjects),
    own: row.own === 1,
    readAt: row.read_at,
  });
}

function searchText({ detailType, title, buyer, status, subjects }: IncomingEvent): string {
  return foldText([detailType, title, buyer ?? '', status ?? '', ...subjects.map(({ id }) => id)].join(' '));
}

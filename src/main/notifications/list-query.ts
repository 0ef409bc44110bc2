/** Pages of the inbox, newest first; counting and filtering stay inside an index. */
import type { NotificationFilter } from '../../shared/contract/notifications.ts';
import type { Notification } from '../../shared/domain/notification/notification.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';
import { NOTIFICATION_COLUMNS, toNotification, type NotificationRow } from './store.ts';

interface Where {
  readonly sql: string;
  readonly values: string[];
}

function toWhere({ account, text, kinds, unreadOnly }: NotificationFilter): Where {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const conditions = [
    ...(account === null ? [] : ['account = ?']),
    ...(kinds.length === 0 ? [] : [`kind IN (${kinds.map(() => '?').join(', ')})`]),
    ...(unreadOnly ? ['read_at IS NULL'] : []),
    ...words.map(() => 'instr(search, ?) > 0'),
  ];
  return {
    sql: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    values: [...(account === null ? [] : [account]), ...kinds, ...words],
  };
}

export function listNotifications(
  database: Database,
  request: { readonly filter: NotificationFilter; readonly page: number; readonly pageSize: number },
): { items: Notification[]; total: number } {
  const where = toWhere(request.filter);
  const { total } = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM notifications ${where.sql}`,
    ...where.values,
  ) ?? { total: 0 };
  // The page is found within the index; only its own rows are read.
  const rows = database.all<NotificationRow>(
    `SELECT ${NOTIFICATION_COLUMNS} FROM notifications WHERE seq IN
       (SELECT seq FROM notifications ${where.sql} ORDER BY time DESC, seq DESC LIMIT ? OFFSET ?)
     ORDER BY time DESC, seq DESC`,
    ...where.values,
    request.pageSize,
    (request.page - 1) * request.pageSize,
  );
  return { items: rows.map(toNotification), total };
}

export function markRead(
  database: Database,
  what: { kind: 'ids'; ids: readonly number[] } | { kind: 'filter'; filter: NotificationFilter },
  readAt: string | null,
): number {
  const found =
    what.kind === 'ids'
      ? { sql: 'WHERE seq IN (SELECT value FROM json_each(?))', values: [JSON.stringify(what.ids)] }
      : toWhere(what.filter);
  const other = readAt === null ? 'read_at IS NOT NULL' : 'read_at IS NULL';
  return database.run(
    `UPDATE notifications SET read_at = ? WHERE ${other} AND seq IN (SELECT seq FROM notifications ${found.sql})`,
    readAt,
    ...found.values,
  ).changes;
}

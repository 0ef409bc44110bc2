/** What the inbox shows, as text to save: rows for a spreadsheet, or the events as AWS sent them. */
import type { NotificationFilter } from '../../shared/contract/notifications.ts';
import type { Notification } from '../../shared/domain/notification/notification.ts';
import { toCsv } from '../text/csv.ts';
import type { Database } from '../storage/database.ts';
import { listNotifications } from './list-query.ts';
import type { NotificationStore } from './store.ts';

const PAGE_SIZE = 200;
/** Columns in order; headings come in the person's language under these keys. */
const COLUMNS = ['time', 'account', 'kind', 'type', 'title', 'ids', 'buyer', 'status', 'read'] as const;

interface ExportRequest {
  readonly filter: NotificationFilter;
  readonly format: 'csv' | 'json';
  readonly headings: Readonly<Record<string, string>>;
  readonly today: string;
  nameOf(account: string): string;
}

export function exportNotifications(database: Database, store: NotificationStore, request: ExportRequest) {
  const { format, headings, nameOf, today } = request;
  const found = [...pages(database, request.filter)];
  const name = `marketplace-events-${today}.${format}`;
  if (format === 'json') {
    const text = JSON.stringify(
      found.map(({ id }) => store.document(id)),
      null,
      2,
    );
    return { text: `${text}\n`, suggestedName: name, mediaType: 'application/json', count: found.length };
  }
  const rows = found.map((one) => [
    one.time,
    nameOf(one.account),
    one.kind,
    one.detailType,
    one.title,
    one.subjects.map(({ id }) => id).join(' '),
    one.buyer ?? '',
    one.status ?? '',
    one.readAt ?? '',
  ]);
  const text = toCsv(
    COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
  return { text, suggestedName: name, mediaType: 'text/csv', count: found.length };
}

function* pages(database: Database, filter: NotificationFilter): Generator<Notification> {
  for (let page = 1; ; page += 1) {
    const { items } = listNotifications(database, { filter, page, pageSize: PAGE_SIZE });
    yield* items;
    if (items.length < PAGE_SIZE) return;
  }
}

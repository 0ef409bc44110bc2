/** The table behind a widget of the co-sell dashboard as rows of text; words come in the person's language under the keys that are sent. */
import type { CoSellDashboard, CoSellWidget } from '../../shared/contract/co-sell-dashboard.ts';
import { toCsv } from '../text/csv.ts';

type Words = Readonly<Record<string, string>>;
type Cell = string | number | null;

const COLUMNS: Readonly<Record<CoSellWidget, readonly string[]>> = {
  attention: ['what', 'waiting'],
  invitations: ['id', 'title', 'customer', 'account', 'deadline', 'daysLeft'],
  stages: ['stage', 'currency', 'amount', 'count'],
  months: ['month', 'currency', 'amount', 'count'],
  launched: ['month', 'currency', 'amount', 'count'],
  lost: ['reason', 'count'],
};

export function coSellCsv(
  dashboard: CoSellDashboard,
  widget: CoSellWidget,
  words: Words,
  nameOf: (account: string) => string,
): string {
  const word = (key: string) => words[key] ?? key;
  const sum = ({ currency, amount, count }: { currency: string | null; amount: string; count: number }) => [
    currency,
    currency === null ? null : amount,
    count,
  ];
  const rows: Record<CoSellWidget, () => Cell[][]> = {
    attention: () => dashboard.attention.map(({ kind, count }) => [word(`attention.${kind}`), count]),
    invitations: () =>
      dashboard.invitations.soonest.map(({ id, title, customer, account, expiresAt, daysLeft }) => [
        id,
        title,
        customer,
        nameOf(account),
        expiresAt,
        daysLeft,
      ]),
    stages: () => dashboard.stages.map((row) => [words[`stage.${row.stage}`] ?? row.stage, ...sum(row)]),
    months: () => dashboard.months.map((row) => [row.month ?? word(`period.${row.period}`), ...sum(row)]),
    launched: () => dashboard.launched.map((row) => [row.month, ...sum(row)]),
    lost: () =>
      dashboard.lost.map(({ reason, count }) => [
        reason === '' ? word('noReason') : (words[`reason.${reason}`] ?? reason),
        count,
      ]),
  };
  return toCsv(
    COLUMNS[widget].map((column) => words[`column.${column}`] ?? column),
    rows[widget]().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  );
}

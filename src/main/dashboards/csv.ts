/** The table behind a widget as rows of text; words come in the person's language under the keys that the renderer sends. */
import type { Dashboard, DashboardWidget } from '../../shared/contract/dashboards.ts';
import { toCsv } from '../text/csv.ts';

type Words = Readonly<Record<string, string>>;

const COLUMNS: Readonly<Record<DashboardWidget, readonly string[]>> = {
  attention: ['what', 'count'],
  offers: ['state', 'count'],
  expiring: ['withinDays', 'from', 'to', 'count'],
  accepted: ['month', 'currency', 'amount', 'agreements'],
  ending: ['month', 'agreements'],
  authorizations: ['partner', 'partnerName', 'state', 'count'],
  freshness: ['account', 'feature', 'readAt'],
};

export function widgetCsv(
  dashboard: Dashboard,
  widget: DashboardWidget,
  words: Words,
  nameOf: (account: string) => string,
): string {
  const word = (key: string) => words[key] ?? key;
  const rows: Record<DashboardWidget, () => (string | number | null)[][]> = {
    attention: () => dashboard.attention.map(({ kind, count }) => [word(kind), count]),
    offers: () => dashboard.offers.map(({ state, count }) => [word(state), count]),
    expiring: () => dashboard.expiring.map(({ withinDays, from, to, count }) => [withinDays, from, to, count]),
    accepted: () =>
      dashboard.accepted.map(({ month, currency, amount, count }) => [
        month,
        currency,
        currency === null ? null : amount,
        count,
      ]),
    ending: () => dashboard.ending.map(({ month, count }) => [month, count]),
    authorizations: () =>
      dashboard.authorizations.map(({ partner, partnerName, state, count }) => [
        partner,
        partnerName,
        word(state),
        count,
      ]),
    freshness: () =>
      dashboard.freshness.map(({ account, feature, readAt }) => [nameOf(account), word(feature), readAt]),
  };
  return toCsv(
    COLUMNS[widget].map(word),
    rows[widget]().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  );
}

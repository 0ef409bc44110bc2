/** The list behind each number of the co-sell dashboard: its address, filtered to what was counted, in the catalog in view. */
import type { CoSellDashboard } from '../../../../shared/contract/co-sell-dashboard.ts';
import { NOT_NAMED } from '../../../../shared/contract/opportunities.ts';
import { addDays } from '../../../../shared/domain/dates/plain-date.ts';
import { OPPORTUNITY_STAGES } from '../../../../shared/domain/opportunity/opportunity.ts';
import { listLink } from '../links.ts';

export const CO_SELL_PLACE = 'dashboards/co-sell';

const CLOSED: readonly string[] = ['Launched', 'Closed Lost'];
const OPEN = OPPORTUNITY_STAGES.filter((stage) => !CLOSED.includes(stage));

type Params = Parameters<typeof listLink>[1];

export function linksOf({ catalog, catalogs, today }: CoSellDashboard) {
  const own: Params = catalogs.length > 1 ? { catalog } : {};
  const opportunities = (params: Params) => listLink('opportunities', { ...params, ...own });
  const currencyOf = (currency: string | null): Params => ({ currency: currency ?? NOT_NAMED });
  const range = ({ from, to }: { from: string | null; to: string | null }): Params => ({
    ...(from === null ? {} : { closeFrom: from }),
    ...(to === null ? {} : { closeTo: to }),
  });
  const invitations = listLink('invitations', {
    status: 'PENDING',
    sort: 'expiresAt',
    direction: 'ascending',
    ...own,
  });
  return {
    invitations,
    attention: {
      'action-required': opportunities({ review: 'Action Required' }),
      'pending-submission': opportunities({ review: 'Pending Submission' }),
      overdue: opportunities({ stage: OPEN, closeTo: addDays(today, -1) }),
      invitations,
    },
    stage: ({ stage, currency }: CoSellDashboard['stages'][number]) =>
      opportunities({ stage, ...currencyOf(currency) }),
    month: ({ period, currency, ...days }: CoSellDashboard['months'][number]) =>
      opportunities({
        stage: OPEN,
        ...(period === 'none' ? { noClose: 'yes' } : range(days)),
        ...currencyOf(currency),
      }),
    launched: ({ currency, ...days }: CoSellDashboard['launched'][number]) =>
      opportunities({ stage: 'Launched', ...range(days), ...currencyOf(currency) }),
    lost: ({ reason }: CoSellDashboard['lost'][number]) =>
      opportunities({ stage: 'Closed Lost', lost: reason === '' ? NOT_NAMED : reason }),
  };
}

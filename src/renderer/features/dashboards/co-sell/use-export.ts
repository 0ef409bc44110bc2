/** The table behind a widget of the co-sell dashboard as a file, headed and worded in the person's language. */
import {
  CLOSE_PERIODS,
  CO_SELL_ATTENTION,
  type CoSellDashboard,
  type CoSellWidget,
} from '../../../../shared/contract/co-sell-dashboard.ts';
import { OPPORTUNITY_STAGES } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { usePickText } from '../../opportunities/editor/use-pick-text.ts';
import { useExport, type Exporting } from '../use-export.ts';

const COLUMNS = [
  'what',
  'count',
  'waiting',
  'id',
  'title',
  'customer',
  'account',
  'deadline',
  'daysLeft',
  'stage',
  'currency',
  'amount',
  'month',
  'reason',
] as const;

export function useExportCoSell({ catalog, lost }: CoSellDashboard, widget: CoSellWidget): Exporting {
  const t = useTexts('pipeline');
  const stages = useTexts('opportunities');
  const pick = usePickText();
  const client = useClient();
  const account = useActiveAccount();
  const words = (prefix: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [`${prefix}.${key}`, t(`${prefix}.${key}`)]));
  return useExport(() =>
    client.call('dashboards.coSellCsv', {
      account,
      catalog,
      widget,
      headings: {
        ...words('column', COLUMNS),
        ...words('attention', CO_SELL_ATTENTION),
        ...words(
          'period',
          CLOSE_PERIODS.filter((period) => period !== 'month'),
        ),
        ...Object.fromEntries(OPPORTUNITY_STAGES.map((stage) => [`stage.${stage}`, stages(`stage.${stage}`)])),
        ...Object.fromEntries(lost.map(({ reason }) => [`reason.${reason}`, pick('closedLostReason', reason)])),
        noReason: t('notNamed'),
      },
    }),
  );
}

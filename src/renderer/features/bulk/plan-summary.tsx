/** The plan in figures: how many will be sent, from which 12-digit accounts, how long it takes, and what can be taken back. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import type { BulkPlanRow } from '../../../shared/domain/bulk/bulk.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

export function PlanSummary({ plan }: { plan: MethodOutput<'bulk.preview'> }) {
  const t = useTexts('bulk');
  const format = useFormat();
  const { accounts } = useAccounts();
  const ready = plan.rows.filter(({ problems }) => problems.length === 0);
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('plan.ready'), value: format.count(ready.length) },
        { label: t('plan.leftOut'), value: format.count(plan.rows.length - ready.length) },
        {
          label: t('plan.time'),
          value:
            plan.estimateMs === null
              ? t('plan.timeUnknown')
              : t('plan.about', { time: format.remaining(plan.estimateMs) }),
        },
        { label: t('plan.undo'), value: t(`undo.${undoOf(ready)}`) },
        ...plan.accounts.map(({ account, awsAccountId, rows }) => {
          const known = accounts.find(({ key }) => key === account);
          return {
            label: t('plan.from', { id: awsAccountId }),
            value: (
              <>
                {known ? <AccountBadge account={known} /> : account} {t('run.rowsOf', { count: rows })}
              </>
            ),
          };
        }),
      ]}
    />
  );
}

/** As little as the least of them. */
function undoOf(rows: readonly BulkPlanRow[]): BulkPlanRow['undo'] {
  const order = ['none', 'partly', 'whole'] as const;
  return order.find((each) => rows.some(({ undo }) => undo === each)) ?? 'none';
}

/** The plan in figures: how many will be sent, from which 12-digit accounts, how long it takes, and what can be taken back. */
import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import type { BulkPlanRow } from '../../../shared/domain/bulk/bulk.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

interface PlanSummaryProps {
  readonly plan: MethodOutput<'bulk.preview'>;
  /** Rows that may be sent and are wanted. */
  readonly ready: readonly BulkPlanRow[];
}

export function PlanSummary({ plan, ready }: PlanSummaryProps) {
  const t = useTexts('bulk');
  const format = useFormat();
  const { accounts } = useAccounts();
  const rowsOf = (key: string) => ready.filter(({ account }) => account === key).length;
  const short = plan.accounts.filter(({ account, leftToday }) => leftToday !== null && rowsOf(account) > leftToday);
  return (
    <SpaceBetween size="m">
      {short.map(({ account, awsAccountId, leftToday }) => (
        <Alert key={account} type="warning">
          {t('plan.dayLimit', { id: awsAccountId, left: format.count(leftToday ?? 0) })}
        </Alert>
      ))}
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
          ...plan.accounts.map(({ account, awsAccountId }) => {
            const known = accounts.find(({ key }) => key === account);
            return {
              label: t('plan.from', { id: awsAccountId }),
              value: (
                <>
                  {known ? <AccountBadge account={known} /> : account} {t('run.rowsOf', { count: rowsOf(account) })}
                </>
              ),
            };
          }),
        ]}
      />
    </SpaceBetween>
  );
}

/** As little as the least of them. */
function undoOf(rows: readonly BulkPlanRow[]): BulkPlanRow['undo'] {
  const order = ['none', 'partly', 'whole'] as const;
  return order.find((each) => rows.some(({ undo }) => undo === each)) ?? 'none';
}

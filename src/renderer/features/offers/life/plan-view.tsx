/** What a plan says: to which account it goes, whom it concerns, each value as it is and as it is to be, and the rules. */
import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { OfferPlanReport } from '../../../../shared/contract/offers.ts';
import type { Finding } from '../../../../shared/domain/offer/finding.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useAnyText, useFormat, useHasText, useTexts } from '../../../i18n/context.tsx';

const SEVERITIES = ['error', 'warning', 'info'] as const;

export function PlanFindings({ findings }: { findings: readonly Finding[] }) {
  const text = useAnyText();
  return SEVERITIES.map((severity) => {
    const said = findings.filter((finding) => finding.severity === severity);
    if (said.length === 0) return null;
    return (
      <Alert key={severity} type={severity}>
        <ul className="plain-list">
          {said.map(({ ruleId, path, messageKey, params }) => (
            <li key={`${ruleId} ${path}`}>{text(messageKey, params)}</li>
          ))}
        </ul>
      </Alert>
    );
  });
}

export function PlanFacts({ plan }: { plan: OfferPlanReport }) {
  const t = useTexts('offers');
  const life = useTexts('life');
  const hasText = useHasText();
  const format = useFormat();
  const account = useAccount(plan.account);
  const expires = plan.availabilityEndDate === null ? '-' : format.date(plan.availabilityEndDate);
  const nameOf = (path: string) => (hasText(`life:value.${path}`) ? life(`value.${path}`) : path);
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('column.account'), value: account ? <AccountBadge account={account} /> : plan.account },
        { label: t('column.awsAccountId'), value: plan.awsAccountId },
        { label: t('column.name'), value: plan.name || '-' },
        { label: t('column.id'), value: plan.offerId },
        { label: t('column.buyers'), value: plan.buyers.join(', ') || '-' },
        { label: t('column.product'), value: plan.productTitle ?? '-' },
        ...(plan.action.kind === 'release' ? [{ label: t('column.expires'), value: expires }] : []),
        ...plan.values.map(({ path, from, to }) => ({
          label: nameOf(path),
          value: life('fromTo', { from: toText(from), to: toText(to) }),
        })),
      ]}
    />
  );
}

function toText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The facts of an agreement at a glance. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { AgreementDetail, AgreementSummary } from '../../../../shared/domain/agreement/agreement.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useDimension } from '../../../components/terms/term-context.tsx';
import { useAccount, useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import { endBehaviorText } from '../list/columns.tsx';
import { toOfferSetPath } from '../../offer-sets/paths.ts';
import { CopyValue } from '../../../components/copy-value.tsx';
import { AgreementStatus } from '../status.tsx';

export function AgreementOverview({ agreement }: { agreement: AgreementDetail }) {
  const t = useTexts('agreements');
  const format = useFormat();
  const { summary } = agreement;
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('column.status'), value: <AgreementStatus agreement={summary} /> },
        {
          label: t('column.value'),
          value: summary.value === null ? t('page.noValue') : format.money(summary.value, summary.currency ?? ''),
        },
        { label: t('column.audience'), value: t(`audience.${summary.audience}`) },
        { label: t('column.account'), value: <AccountValue account={summary.account} /> },
        { label: t('column.buyer'), value: <Party awsAccountId={summary.acceptor} /> },
        { label: t('column.seller'), value: <Party awsAccountId={summary.proposer} /> },
        { label: t('column.product'), value: <ProductValue summary={summary} /> },
        { label: t('column.offer'), value: <OfferValue summary={summary} /> },
        { label: t('column.accepted'), value: instant(summary.acceptedAt) },
        { label: t('column.starts'), value: instant(summary.startsAt) },
        { label: t('column.ends'), value: summary.endsAt === null ? t('noEnd') : instant(summary.endsAt) },
        { label: t('column.endBehavior'), value: <EndBehavior agreement={agreement} /> },
        { label: t('page.chosen'), value: <Chosen agreement={agreement} /> },
        { label: t('column.id'), value: <CopyValue text={summary.id} /> },
        { label: t('column.updated'), value: instant(summary.updatedAt) },
        ...(summary.offerSetId === null
          ? []
          : [
              {
                label: t('page.offerSet'),
                value: (
                  <RouteLink to={toOfferSetPath(summary.account, summary.offerSetId)}>{summary.offerSetId}</RouteLink>
                ),
              },
            ]),
        ...optional(t('page.resaleAuthorization'), summary.resaleAuthorizationId),
      ]}
    />
  );
}

function optional(label: string, value: string | null) {
  return value === null ? [] : [{ label, value }];
}

/** Why it ends or goes on, in words where AWS's reason is known. */
function EndBehavior({ agreement: { summary, chosen, renewalOfferId } }: { agreement: AgreementDetail }) {
  const t = useTexts('agreements');
  const lines = [
    summary.endReason === null ? null : reasonText(t, summary.endReason),
    chosen.autoRenew === null ? null : t(chosen.autoRenew ? 'page.autoRenewOn' : 'page.autoRenewOff'),
    renewalOfferId === null ? null : t('page.renewalOffer', { id: renewalOfferId }),
  ];
  return (
    <>
      {endBehaviorText(t, summary.endBehavior)}
      {lines.map(
        (line) =>
          line !== null && (
            <Box key={line} variant="small" display="block">
              {line}
            </Box>
          ),
      )}
    </>
  );
}

const REASONS = ['PROPOSER_RENEW_OPTED_OUT', 'ACCEPTOR_RENEW_OPTED_OUT', 'NO_RENEWAL_TERM', 'RENEWAL_LIMIT_EXHAUSTED'];

function reasonText(t: Translate, reason: string): string {
  return REASONS.includes(reason) ? t(`endReason.${reason}`) : reason;
}

function Chosen({ agreement: { chosen } }: { agreement: AgreementDetail }) {
  const format = useFormat();
  const dimension = useDimension();
  if (chosen.duration === null && chosen.quantities.length === 0) return <>-</>;
  return (
    <ul className="plain-list">
      {chosen.duration !== null && <li>{format.duration(chosen.duration)}</li>}
      {chosen.quantities.map(({ dimensionKey, quantity }) => (
        <li key={dimensionKey}>
          {dimension(dimensionKey).name}: {format.count(quantity)}
        </li>
      ))}
    </ul>
  );
}

function AccountValue({ account: key }: { account: string }) {
  const account = useAccount(key);
  if (!account) return <>{key}</>;
  return (
    <>
      <AccountBadge account={account} /> {account.awsAccountId}
    </>
  );
}

/** An account set up here has a name; any other is its 12 digits. */
function Party({ awsAccountId }: { awsAccountId: string }) {
  const { accounts } = useAccounts();
  const own = accounts.find((account) => account.awsAccountId === awsAccountId);
  if (awsAccountId === '') return <>-</>;
  return (
    <>
      {awsAccountId}
      {own && ` (${own.name})`}
    </>
  );
}

function ProductValue({ summary }: { summary: AgreementSummary }) {
  const path = `/products/${encodeURIComponent(summary.account)}/${encodeURIComponent(summary.productId)}`;
  if (summary.productTitle === null) return <>{summary.productId || '-'}</>;
  // AWS does not show a channel partner the seller's product.
  if (summary.resaleAuthorizationId !== null) return <>{summary.productTitle}</>;
  return <RouteLink to={path}>{summary.productTitle}</RouteLink>;
}

function OfferValue({ summary }: { summary: AgreementSummary }) {
  if (summary.offerId === '') return <>-</>;
  const path = `/offers/${encodeURIComponent(summary.account)}/${encodeURIComponent(summary.offerId)}`;
  return <RouteLink to={path}>{summary.offerName || summary.offerId}</RouteLink>;
}

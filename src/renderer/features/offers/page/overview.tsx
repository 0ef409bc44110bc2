/** The facts of an offer at a glance. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { OfferDetail } from '../../../../shared/domain/offer/offer.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { marginPath } from '../../../components/margin-path.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import { toOfferSetPath } from '../../offer-sets/paths.ts';
import { OfferStateStatus } from '../state-status.tsx';
import { OfferUrlValue } from './offer-url.tsx';

export function OfferOverview({ offer }: { offer: OfferDetail }) {
  const t = useTexts('offers');
  const channel = useTexts('channel');
  const format = useFormat();
  const { summary } = offer;
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('column.state'), value: <OfferStateStatus state={summary.state} /> },
        {
          label: t('column.expires'),
          value: <LastDay date={summary.availabilityEndDate} />,
        },
        { label: t('column.url'), value: <OfferUrlValue offer={summary} /> },
        { label: t('column.account'), value: <AccountValue account={summary.account} /> },
        { label: t('column.product'), value: <ProductValue offer={offer} /> },
        { label: t('page.audience'), value: t(`audience.${audienceOf(offer)}`) },
        {
          label: t('column.buyers'),
          value: summary.isPublic ? t('everybody') : <Buyers buyers={summary.buyers} />,
        },
        {
          label: t('page.totalContractValue'),
          value: offer.totalContractValue === null ? '-' : format.money(offer.totalContractValue, offer.currency ?? ''),
        },
        { label: t('page.currency'), value: offer.currency ?? '-' },
        { label: t('page.description'), value: offer.description || '-' },
        { label: t('column.id'), value: <CopyValue text={summary.id} /> },
        { label: t('page.revision'), value: offer.revision ?? '-' },
        { label: t('column.released'), value: instant(summary.releasedAt) },
        { label: t('column.modified'), value: instant(summary.lastModifiedAt) },
        { label: t('column.origin'), value: t(summary.madeHere ? 'origin.here' : 'origin.elsewhere') },
        ...resaleFacts(offer, t, channel),
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
        ...optional(t('page.createdBy'), summary.createdBySource),
      ]}
    />
  );
}

function audienceOf({ summary, terms }: OfferDetail): 'private' | 'public' | 'trial' {
  if (!summary.isPublic) return 'private';
  const priced = terms.filter(({ type }) => /PricingTerm$|^RecurringPaymentTerm$/.test(type));
  return priced.length === 1 && priced[0]?.type === 'FreeTrialPricingTerm' ? 'trial' : 'public';
}

/** Of a channel partner's offer: what it is made from, what is put on the wholesale price, and what that leaves. */
function resaleFacts({ summary, currency, document }: OfferDetail, t: Translate, channel: Translate) {
  const { account, resaleAuthorizationId: id } = summary;
  if (id === null) return [];
  const percentage = (document as { MarkupPercentage?: unknown } | null)?.MarkupPercentage;
  const markup = typeof percentage === 'string' && percentage !== '' ? percentage : null;
  return [
    {
      label: t('page.resaleAuthorization'),
      value: (
        <RouteLink to={`/authorizations/${encodeURIComponent(account)}/${encodeURIComponent(id)}`}>{id}</RouteLink>
      ),
    },
    ...optional(t('page.markup'), markup && `${markup}%`),
    {
      label: channel('price.marginLabel'),
      value: <RouteLink to={marginPath({ currency, markup })}>{channel('price.margin')}</RouteLink>,
    },
  ];
}

function optional(label: string, value: string | null) {
  return value === null ? [] : [{ label, value }];
}

function LastDay({ date }: { date: string | null }) {
  const t = useTexts('offers');
  const format = useFormat();
  if (date === null) return <>-</>;
  return (
    <>
      {format.date(date)}
      <Box variant="small" display="block">
        {t('page.expiresSays')}
      </Box>
    </>
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

function ProductValue({ offer: { summary } }: { offer: OfferDetail }) {
  const path = `/products/${encodeURIComponent(summary.account)}/${encodeURIComponent(summary.productId)}`;
  if (summary.productTitle === null) return <>{summary.productId || '-'}</>;
  // AWS does not show a channel partner the seller's product.
  if (summary.resaleAuthorizationId !== null) return <>{summary.productTitle}</>;
  return <RouteLink to={path}>{summary.productTitle}</RouteLink>;
}

function Buyers({ buyers }: { buyers: readonly string[] }) {
  if (buyers.length === 0) return <>-</>;
  return (
    <ul className="plain-list">
      {buyers.map((buyer) => (
        <li key={buyer}>{buyer}</li>
      ))}
    </ul>
  );
}

function CopyValue({ text }: { text: string }) {
  const common = useTexts('common');
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`${common('copy')}: ${text}`}
      copySuccessText={common('copied')}
      copyErrorText={common('copyFailed')}
    />
  );
}

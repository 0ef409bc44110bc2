/** The facts of an authorization at a glance. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AuthorizationDetail } from '../../../../shared/domain/authorization/authorization.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { marginPath } from '../../../components/margin-path.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { AuthorizationStateStatus } from '../state-status.tsx';
import { CopyValue } from '../../../components/copy-value.tsx';
import { DownloadDocument } from './download-document.tsx';

export function AuthorizationOverview({ authorization }: { authorization: AuthorizationDetail }) {
  const t = useTexts('authorizations');
  const channel = useTexts('channel');
  const format = useFormat();
  const { summary, documents } = authorization;
  const account = useAccount(summary.account);
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  const productPath = `/products/${encodeURIComponent(summary.account)}/${encodeURIComponent(summary.productId)}`;
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('column.state'), value: <State authorization={authorization} /> },
        ...(summary.ownership === 'received'
          ? [
              {
                label: channel('column.seller'),
                value: (
                  <>
                    {summary.manufacturerName ?? '-'} <Box variant="code">{summary.manufacturerAccountId ?? ''}</Box>
                  </>
                ),
              },
            ]
          : []),
        {
          label: t('column.partner'),
          value: (
            <>
              {summary.resellerName ?? '-'} <Box variant="code">{summary.resellerAccountId ?? ''}</Box>
            </>
          ),
        },
        {
          label: t('column.account'),
          value: account ? (
            <>
              <AccountBadge account={account} /> {account.awsAccountId}
            </>
          ) : (
            summary.account
          ),
        },
        {
          label: t('column.product'),
          // AWS does not show a channel partner the seller's product.
          value:
            summary.ownership === 'received' ? (
              (summary.productTitle ?? summary.productId)
            ) : (
              <RouteLink to={productPath}>{summary.productTitle ?? summary.productId}</RouteLink>
            ),
        },
        { label: t('column.end'), value: summary.endDate === null ? t('noEnd') : format.date(summary.endDate) },
        { label: t('column.use'), value: t(summary.maxOffers === null ? 'use.unlimited' : 'use.single') },
        {
          label: t('column.offers'),
          value: summary.offersCreated === null ? '-' : format.count(summary.offersCreated),
        },
        {
          label: t('column.buyers'),
          value: authorization.buyers.length === 0 ? t('buyers.any') : format.list(authorization.buyers),
        },
        {
          label: t('page.totalContractValue'),
          value:
            authorization.totalContractValue === null
              ? '-'
              : format.money(authorization.totalContractValue, authorization.currency ?? ''),
        },
        {
          label: channel('price.marginLabel'),
          value: (
            <RouteLink to={marginPath({ currency: authorization.currency, list: authorization.totalContractValue })}>
              {channel('price.margin')}
            </RouteLink>
          ),
        },
        { label: t('page.description'), value: authorization.description || '-' },
        { label: t('page.pricingModel'), value: authorization.pricingModel ?? '-' },
        { label: t('page.currency'), value: authorization.currency ?? '-' },
        { label: t('column.id'), value: <CopyValue text={summary.id} /> },
        { label: t('page.revision'), value: authorization.revision ?? '-' },
        { label: t('column.created'), value: instant(summary.createdAt) },
        { label: t('column.modified'), value: instant(summary.lastModifiedAt) },
        { label: t('column.origin'), value: t(summary.madeHere ? 'origin.here' : 'origin.elsewhere') },
        ...(documents.length === 0
          ? []
          : [
              {
                label: t('page.documents'),
                value: (
                  <SpaceBetween size="xxs">
                    {documents.map((document) => (
                      <DownloadDocument
                        key={document}
                        account={summary.account}
                        authorizationId={summary.id}
                        document={document}
                      />
                    ))}
                  </SpaceBetween>
                ),
              },
            ]),
      ]}
    />
  );
}

/** AWS's own word stands beside ours where it has one. */
function State({ authorization: { summary, extendedStatus } }: { authorization: AuthorizationDetail }) {
  const t = useTexts('authorizations');
  const channel = useTexts('channel');
  return (
    <>
      <AuthorizationStateStatus state={summary.state} />
      <Box variant="small" display="block">
        {summary.ownership === 'received' ? channel(`stateSays.${summary.state}`) : t(`stateSays.${summary.state}`)}
      </Box>
      {extendedStatus && (
        <Box variant="small" display="block" color="text-body-secondary">
          {t('page.extendedStatus', { status: extendedStatus })}
        </Box>
      )}
    </>
  );
}

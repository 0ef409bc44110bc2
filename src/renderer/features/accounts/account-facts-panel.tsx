/** What is set up for an account. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Account } from '../../../shared/domain/account/account.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useConnectionSummary } from './connection-summary.ts';

export function AccountFactsPanel({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const format = useFormat();
  const summarise = useConnectionSummary();
  const { eulaBucket, connection } = account;
  const role = connection.kind === 'role' ? connection : null;
  const items = [
    { label: t('field.awsAccountId'), value: account.awsAccountId },
    { label: t('field.prefix'), value: account.prefix },
    { label: t('field.kind'), value: summarise(connection) },
    ...(role
      ? [
          { label: t('field.roleArn'), value: role.roleArn },
          { label: t('field.externalId'), value: role.externalId ?? t('detail.none') },
        ]
      : []),
    {
      label: t('field.bucket'),
      value: eulaBucket
        ? [`${eulaBucket.bucket}/${eulaBucket.prefix}`, eulaBucket.region].join(' · ')
        : t('detail.noBucket'),
    },
    { label: t('field.presignRoleArn'), value: account.presignRoleArn ?? t('detail.ownCredentials') },
    { label: t('field.addSellerToBuyers'), value: t(account.addSellerToBuyers ? 'detail.yes' : 'detail.no') },
    ...(account.endpoint ? [{ label: t('field.endpoint'), value: account.endpoint }] : []),
    {
      label: t('persona.title'),
      value: `${t(`persona.side.${account.persona.side}.label`)}, ${t(`persona.role.${account.persona.role}.label`)}`,
    },
    {
      label: t('persona.coSell.title'),
      value: account.persona.coSell
        ? t(`partnerCatalog.${account.partnerCentral.catalog}.label`)
        : t('persona.coSell.none'),
    },
    { label: t('detail.createdAt'), value: format.instant(account.createdAt) },
  ];
  return (
    <Container header={<Header variant="h2">{t('detail.facts')}</Header>}>
      <KeyValuePairs columns={3} items={items} />
    </Container>
  );
}

/** Offers and drafts of a set side by side, so that what must be alike is seen at once. */
import Box from '@cloudscape-design/components/box';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { SetMember } from '../../../shared/domain/offer-set/offer-set.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { toDraftPath } from '../../components/draft-path.ts';
import { useFormat, useTexts, type Translate } from '../../i18n/context.tsx';
import type { Formatters } from '../../i18n/format.ts';
import { toOfferPath } from '../offers/paths.ts';
import { MemberStatus } from './state-status.tsx';

interface MembersTableProps {
  readonly account: string;
  readonly label: string;
  readonly members: readonly SetMember[];
  readonly empty: string;
  /** What can be done with a row; left out where it is only read. */
  readonly action?: (member: SetMember) => ReactNode;
}

export function MembersTable({ account, label, members, empty, action }: MembersTableProps) {
  const t = useTexts('offersets');
  const format = useFormat();
  return (
    <Table
      variant="embedded"
      wrapLines
      items={members}
      trackBy="id"
      ariaLabels={{ tableLabel: label }}
      empty={<Box color="text-body-secondary">{empty}</Box>}
      columnDefinitions={[
        ...memberColumns(account, t, format),
        ...(action ? [{ id: 'action', header: t('members.action'), cell: action }] : []),
      ]}
    />
  );
}

function memberColumns(account: string, t: Translate, format: Formatters): TableProps.ColumnDefinition<SetMember>[] {
  return [
    {
      id: 'name',
      minWidth: 160,
      header: t('members.name'),
      isRowHeader: true,
      cell: (member) => <MemberLink account={account} member={member} />,
    },
    {
      id: 'product',
      header: t('members.product'),
      cell: ({ productTitle, productId }) => productTitle ?? productId ?? '-',
    },
    { id: 'state', minWidth: 170, header: t('members.state'), cell: (member) => <MemberStatus member={member} /> },
    { id: 'buyers', header: t('members.buyers'), cell: ({ buyers }) => buyers.join(', ') || '-' },
    { id: 'currency', header: t('members.currency'), cell: ({ currency }) => currency ?? '-' },
    {
      id: 'ends',
      header: t('members.ends'),
      cell: ({ availabilityEndDate }) => (availabilityEndDate === null ? '-' : format.date(availabilityEndDate)),
    },
  ];
}

function MemberLink({ account, member }: { account: string; member: SetMember }) {
  const t = useTexts('offersets');
  const { kind, id, name, state, obstacle } = member;
  if (obstacle === 'gone') return <>{t('members.gone')}</>;
  const text = name || (kind === 'draft' ? t('members.unnamedDraft') : id);
  // A page of an offer that was never read would only say so.
  if (state === 'unknown') return <>{text}</>;
  return <RouteLink to={kind === 'draft' ? toDraftPath(id) : toOfferPath({ account, offerId: id })}>{text}</RouteLink>;
}

/** Opportunities and invitations as the command line lists, shows and exports them; of one catalog at a time. */
import { PARTNER_CATALOGS } from '../../../../shared/domain/account/account.ts';
import { INVITATION_STATUSES, type InvitationSummary } from '../../../../shared/domain/opportunity/invitation.ts';
import {
  OPPORTUNITY_STAGES,
  REVIEW_STATUSES,
  type OpportunitySummary,
} from '../../../../shared/domain/opportunity/opportunity.ts';
import type { Texts } from '../texts.ts';
import { PAGE, type EntityKind, type Filter } from './entities.ts';
import { chosen } from './newest.ts';

const catalogOf = ({ catalog }: Filter) => chosen('--catalog', catalog, PARTNER_CATALOGS)[0] ?? null;

/** AWS's word in the person's language; a new one as AWS says it. */
function word({ t, has }: Texts, key: string, value: string): string {
  return value !== '' && has(`${key}.${value}`) ? t(`${key}.${value}`) : value;
}

export const opportunityKind: EntityKind<OpportunitySummary> = {
  name: 'opportunities',
  filters: ['stage', 'state', 'catalog'],
  columns: (texts, accountName) => [
    { heading: texts.t('column.account'), value: ({ account }) => accountName(account) },
    { heading: texts.t('column.id'), value: ({ id }) => id },
    { heading: texts.t('column.title'), value: ({ title }) => title ?? '' },
    { heading: texts.t('column.customer'), value: ({ customer }) => customer },
    { heading: texts.t('column.stage'), value: ({ stage }) => word(texts, 'opportunities:stage', stage) },
    {
      heading: texts.t('column.state'),
      value: ({ reviewStatus }) => word(texts, 'opportunities:reviewStatus', reviewStatus),
    },
    { heading: texts.t('column.closes'), value: ({ targetCloseDate }) => targetCloseDate ?? '' },
    { heading: texts.t('column.value'), value: ({ amount, currency }) => [amount, currency].filter(Boolean).join(' ') },
    { heading: texts.t('column.catalog'), value: ({ catalog }) => catalog },
  ],
  page: (session, filter, page) =>
    session.call('opportunities.list', {
      ...PAGE,
      page,
      filter: {
        account: filter.account,
        catalog: catalogOf(filter),
        text: filter.text,
        stages: chosen('--stage', filter.stage, OPPORTUNITY_STAGES),
        reviewStatuses: chosen('--state', filter.state, REVIEW_STATUSES),
      },
    }),
  get: (session, { account, id }, refresh) =>
    session.call('opportunities.get', { account, opportunityId: id, refresh }),
  toFile: async (session, { account, id }) =>
    (await session.call('opportunities.files.export', { account, opportunityId: id })).text,
};

export const invitationKind: EntityKind<InvitationSummary> = {
  name: 'invitations',
  filters: ['state', 'catalog'],
  columns: (texts, accountName) => [
    { heading: texts.t('column.account'), value: ({ account }) => accountName(account) },
    { heading: texts.t('column.id'), value: ({ id }) => id },
    { heading: texts.t('column.title'), value: ({ title }) => title },
    { heading: texts.t('column.customer'), value: ({ customer }) => customer },
    { heading: texts.t('column.state'), value: ({ status }) => word(texts, 'invitations:status', status) },
    { heading: texts.t('column.daysLeft'), value: ({ daysLeft }) => (daysLeft === null ? '' : String(daysLeft)) },
    { heading: texts.t('column.expires'), value: ({ expiresAt }) => expiresAt ?? '' },
    { heading: texts.t('column.opportunity'), value: ({ opportunityId }) => opportunityId ?? '' },
    { heading: texts.t('column.catalog'), value: ({ catalog }) => catalog },
  ],
  page: (session, filter, page) =>
    session.call('invitations.list', {
      ...PAGE,
      page,
      filter: {
        account: filter.account,
        catalog: catalogOf(filter),
        text: filter.text,
        statuses: chosen('--state', filter.state?.toUpperCase(), INVITATION_STATUSES),
      },
    }),
  get: (session, { account, id }, refresh) => session.call('invitations.get', { account, invitationId: id, refresh }),
};

/** Above the drafts: which of them are sent without a click and when, and why the others are not. Nothing where it is off. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { AutoShareItem } from '../../../../shared/domain/opportunity/auto-share.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useFieldLabel } from '../editor/problems.tsx';
import { toOpportunityDraftPath } from '../paths.ts';
import { AutoShareActions } from './note.tsx';
import { AutoShareState, useHindranceText } from './state.tsx';

export function AutoShareList() {
  const t = useTexts('auto-share');
  const format = useFormat();
  const account = useActiveAccount();
  const { data, error, refetch } = useCallQuery('opportunities.autoShare.list', { account });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data?.on) return null;
  const { items } = data;
  return (
    <ExpandableSection
      variant="container"
      defaultExpanded
      headerText={t('list.title')}
      headerCounter={`(${format.count(items.length)})`}
      headerDescription={t('list.says')}
    >
      {items.length === 0 ? (
        <Box color="text-body-secondary">{t('list.empty')}</Box>
      ) : (
        <Table
          variant="embedded"
          contentDensity="compact"
          wrapLines
          items={items}
          trackBy="draftId"
          ariaLabels={{ tableLabel: t('list.title') }}
          columnDefinitions={[
            { id: 'draft', header: t('list.draft'), isRowHeader: true, cell: (item) => <DraftLink item={item} /> },
            { id: 'account', header: t('ask.accountId'), minWidth: 140, cell: ({ awsAccountId }) => awsAccountId },
            { id: 'state', header: t('list.state'), cell: (item) => <AutoShareState item={item} /> },
            { id: 'why', header: t('list.why'), cell: (item) => <Why item={item} /> },
            {
              id: 'actions',
              header: t('list.actions'),
              minWidth: 170,
              cell: (item) => <AutoShareActions item={item} />,
            },
          ]}
        />
      )}
    </ExpandableSection>
  );
}

function DraftLink({ item: { draftId, name, opportunityId } }: { item: AutoShareItem }) {
  const editor = useTexts('opportunity-editor');
  return (
    <>
      <RouteLink to={toOpportunityDraftPath(draftId)}>{name || editor('unnamed')}</RouteLink>
      {opportunityId !== null && ` (${opportunityId})`}
    </>
  );
}

function Why({ item: { hindrances, error, state } }: { item: AutoShareItem }) {
  const t = useTexts('auto-share');
  const text = useAnyText();
  const textOf = useHindranceText();
  const labelOf = useFieldLabel();
  if (error) return <>{text(error.messageKey, error.params)}</>;
  if (state === 'untouched' || state === 'asked') return <>{t(`explain.${state}`)}</>;
  if (hindrances.length === 0) return <>-</>;
  return (
    <SpaceBetween size="xxs">
      {hindrances.map((hindrance) => (
        <div key={hindrance.kind}>
          {textOf(hindrance)}
          {hindrance.findings.map(({ path, messageKey, params }, index) => (
            <Box key={`${path} ${index}`} variant="small" display="block">
              {labelOf(path)}: {text(messageKey, params)}
            </Box>
          ))}
        </div>
      ))}
    </SpaceBetween>
  );
}

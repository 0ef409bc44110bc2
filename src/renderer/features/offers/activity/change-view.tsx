/** One write to AWS: its steps, what AWS says against it with the way to each field, what differs, and how to go on. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps from '@cloudscape-design/components/steps';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { CHANGE_KINDS } from '../../../../shared/domain/change/kinds.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';
import { toDraftPath } from '../../../components/draft-path.ts';
import { AbandonButton, canAbandon } from './abandon-button.tsx';
import { ChangeDifferences } from './change-differences.tsx';
import { ChangeErrors } from './change-errors.tsx';
import { isEnded, toSteps } from './change-steps.ts';
import { toEntityPath } from './entity-pages.ts';

interface ChangeViewProps {
  readonly change: Change;
  /** The rank of its heading on the page. */
  readonly heading: 'h2' | 'h3';
}

export function ChangeView({ change, heading }: ChangeViewProps) {
  const t = useTexts('offers');
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        headingTagOverride={heading}
        description={<ChangeFacts change={change} />}
        actions={<ChangeActions change={change} />}
      >
        {change.title}
      </Header>
      <Steps
        orientation="horizontal"
        ariaLabel={t('change.steps')}
        steps={toSteps(change).map(({ key, status }) => ({
          header: t(`step.${key}`),
          status,
          statusIconAriaLabel: t(`stepStatus.${status}`),
        }))}
      />
      <ChangeSetLine change={change} />
      {change.error && change.errors.length === 0 && <AppErrorView error={change.error} />}
      <ChangeErrors change={change} />
      <ChangeDifferences change={change} />
    </SpaceBetween>
  );
}

/** Inline elements only: the kit puts them into a paragraph. */
function ChangeFacts({ change }: { change: Change }) {
  const t = useTexts('offers');
  const text = useAnyText();
  const format = useFormat();
  const account = useAccount(change.account);
  return (
    <>
      {text(CHANGE_KINDS[change.kind].labelKey)}
      {' · '}
      {account && <AccountBadge account={account} />} {change.awsAccountId}
      {' · '}
      {t('change.updated', { time: format.instant(change.updatedAt) })}
      {change.automatic && ` · ${text('auto-share:automatic')}`}
    </>
  );
}

function ChangeSetLine({ change: { changeSetId, awsStatus, resultId } }: { change: Change }) {
  const t = useTexts('offers');
  if (resultId !== null) return <Box variant="small">{t('change.result', { id: resultId })}</Box>;
  if (changeSetId === null) return null;
  return (
    <Box variant="small">
      {t('change.changeSet', { id: changeSetId })} {awsStatus ? t('change.awsStatus', { status: awsStatus }) : ''}
    </Box>
  );
}

function ChangeActions({ change }: { change: Change }) {
  const t = useTexts('offers');
  const resume = useCallMutation('changes.resume');
  const page = toEntityPath(change);
  const canResume = change.error !== null && !isEnded(change.state);
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {page !== null && <RouteLink to={page}>{t(`change.openEntity.${change.entityType}`)}</RouteLink>}
      {change.draftId !== null && <RouteLink to={toDraftPath(change.draftId)}>{t('change.openDraft')}</RouteLink>}
      {canResume && (
        <Button loading={resume.isPending} onClick={() => resume.mutate({ id: change.id })}>
          {t('change.resume')}
        </Button>
      )}
      {canAbandon(change) && <AbandonButton change={change} />}
      {resume.error && <AppErrorView error={resume.error} onDismiss={resume.reset} />}
    </SpaceBetween>
  );
}

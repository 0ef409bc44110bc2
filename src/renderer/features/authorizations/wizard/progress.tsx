/** Writes on their way, one for each partner: their states without pressing anything, then the authorizations. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Steps from '@cloudscape-design/components/steps';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { Differences } from '../../wizard/publish/differences.tsx';
import { progressSteps } from '../../wizard/publish/progress-steps.ts';
import { hasFailed } from '../../wizard/publish/use-change.ts';
import { toAuthorizationPath } from '../paths.ts';
import { useAuthorization } from './context.ts';
import type { AuthorizationPlace } from './use-place.ts';

/** Events bring news at once; a slow poll covers a missed one. */
const POLL_MS = 5000;

interface ProgressProps {
  readonly draftId: string;
  readonly accountKey: string;
  readonly place: AuthorizationPlace;
}

export function AuthorizationProgress({ draftId, accountKey, place }: ProgressProps) {
  const t = useTexts('authorizations');
  const { draft } = useAuthorization();
  const { data, error, refetch } = useCallQuery(
    'authorizations.drafts.progress',
    { id: draftId },
    { refetchInterval: POLL_MS },
  );
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spinner />;
  const { rows } = data;
  const done = rows.filter(({ change }) => change?.state === 'verified').length;
  const failed = rows.some(({ change }) => change && hasFailed(change));
  const isReleased = rows.length > 0 && rows.every(({ change }) => isGiven(change));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={t('progress.count', { done, count: rows.length })}
        actions={
          <Button onClick={() => place.showProgress(false)}>{t(failed ? 'progress.correct' : 'progress.back')}</Button>
        }
      >
        {draft.name}
      </Header>
      {draft.replaces && isReleased && (
        <Alert
          type="info"
          header={t('progress.replaceTitle')}
          action={
            <RouteLink to={toAuthorizationPath(accountKey, draft.replaces.authorizationId)}>
              {t('progress.replaceOpen', { name: draft.replaces.name })}
            </RouteLink>
          }
        >
          {t('progress.replaceSays')}
        </Alert>
      )}
      {rows.map(({ reseller, change }) => (
        <PartnerProgress key={reseller} reseller={reseller} change={change} />
      ))}
    </SpaceBetween>
  );
}

function isGiven(change: Change | null): boolean {
  return change?.state === 'verified' && change.kind === 'authorization-release';
}

function PartnerProgress({ reseller, change }: { reseller: string; change: Change | null }) {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const resume = useCallMutation('changes.resume');
  const entityId = change?.entityId ?? null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            change && entityId !== null && change.state === 'verified' ? (
              <RouteLink to={toAuthorizationPath(change.account, entityId)}>{t('progress.open')}</RouteLink>
            ) : null
          }
        >
          {t('progress.partner', { id: reseller })}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {change === null && <Box color="text-body-secondary">{t('progress.notSent')}</Box>}
        {change?.error && (
          <SpaceBetween size="s">
            <AppErrorView error={resume.error ?? change.error} />
            {!hasFailed(change) && (
              <Button loading={resume.isPending} onClick={() => resume.mutate({ id: change.id })}>
                {wizard('progress.resume')}
              </Button>
            )}
          </SpaceBetween>
        )}
        {change && change.error === null && change.errors.length > 0 && (
          <ul className="plain-list">
            {change.errors.map(({ changeType, code, message }) => (
              <li key={`${changeType} ${code}`}>
                <Box variant="code">{code}</Box> ({changeType}) {message}
              </li>
            ))}
          </ul>
        )}
        {change && !hasFailed(change) && (
          <Steps
            steps={progressSteps(change).map(({ key, status, params }) => ({
              status: status === 'in-progress' ? 'loading' : status,
              header: wizard(`progress.${key}`, params),
              statusIconAriaLabel: wizard(`progress.status.${status}`),
            }))}
          />
        )}
        {entityId !== null && (
          <Box>
            {t('column.id')}: <Box variant="code">{entityId}</Box>
          </Box>
        )}
        {change && <Differences change={change} />}
      </SpaceBetween>
    </Container>
  );
}

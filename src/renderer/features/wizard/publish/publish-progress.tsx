/** A write on its way: its states without pressing anything, then the offer. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Steps from '@cloudscape-design/components/steps';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { progressSteps } from './progress-steps.ts';
import { PublishedOffer } from './published-offer.tsx';

interface PublishProgressProps {
  readonly change: Change;
  /** A further write on the same offer, such as releasing a draft at AWS. */
  onFollow(change: Change): void;
}

export function PublishProgress({ change, onFollow }: PublishProgressProps) {
  const t = useTexts('wizard');
  const account = useAccount(change.account);
  const steps = progressSteps(change);
  const running = steps.find(({ status }) => status === 'in-progress' || status === 'warning');
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={t('progress.account', { name: account?.name ?? '', id: change.awsAccountId })}
        >
          {change.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {change.error && <Stopped change={change} />}
        {(change.state === 'verified' || change.state === 'succeeded') && change.offerId !== null && (
          <PublishedOffer change={change} offerId={change.offerId} onFollow={onFollow} />
        )}
        <Container header={<Header variant="h2">{t('progress.title')}</Header>}>
          <SpaceBetween size="m">
            <Steps
              steps={steps.map(({ key, status, params }) => ({
                status: status === 'in-progress' ? 'loading' : status,
                header: t(`progress.${key}`, params),
                statusIconAriaLabel: t(`progress.status.${status}`),
              }))}
            />
            {running && <Box color="text-body-secondary">{t('progress.leave')}</Box>}
            <LiveRegion hidden>
              {running ? t(`progress.${running.key}`, running.params) : t('progress.done')}
            </LiveRegion>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </ContentLayout>
  );
}

/** A temporary failure stops the write; going on looks at AWS first, so nothing is sent twice. */
function Stopped({ change }: { change: Change }) {
  const t = useTexts('wizard');
  const resume = useCallMutation('changes.resume');
  if (!change.error) return null;
  return (
    <SpaceBetween size="s">
      <AppErrorView error={resume.error ?? change.error} />
      <Button loading={resume.isPending} onClick={() => resume.mutate({ id: change.id })}>
        {t('progress.resume')}
      </Button>
    </SpaceBetween>
  );
}

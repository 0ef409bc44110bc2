/** The offer that came out: id, address to send to the buyer, and whether AWS holds what was meant. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useNavigate } from 'react-router';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { Differences } from './differences.tsx';
import { ReleaseDraft } from './release-draft.tsx';

interface PublishedOfferProps {
  readonly change: Change;
  readonly offerId: string;
  onFollow(change: Change): void;
}

export function PublishedOffer({ change, offerId, onFollow }: PublishedOfferProps) {
  const t = useTexts('wizard');
  const navigate = useNavigate();
  const isDraft = change.kind === 'offer-draft';
  const page = `/offers/${encodeURIComponent(change.account)}/${encodeURIComponent(offerId)}`;
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={() => void navigate(page)}>{t('published.open')}</Button>}>
          {isDraft ? t('published.draftTitle') : t('published.title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={2}
          items={[
            { label: t('published.offerId'), value: <CopyableText text={offerId} name={t('published.offerId')} /> },
            { label: t('published.comparison'), value: <Comparison change={change} /> },
          ]}
        />
        {!isDraft && change.state === 'verified' && <OfferUrl change={change} offerId={offerId} />}
        <Differences change={change} />
        {isDraft && change.state === 'verified' && (
          <ReleaseDraft change={change} offerId={offerId} onFollow={onFollow} />
        )}
      </SpaceBetween>
    </Container>
  );
}

/** The address exists on this machine once the offer has been read back. */
function OfferUrl({ change, offerId }: { change: Change; offerId: string }) {
  const t = useTexts('wizard');
  const { data, error } = useCallQuery('offers.urls', { refs: [{ account: change.account, offerId }], filter: null });
  const url = data?.urls[0]?.url;
  if (error) return <AppErrorView error={error} />;
  if (!url) return null;
  return (
    <FormField label={t('published.url')} description={t('published.urlNote')} stretch>
      <SpaceBetween size="xs">
        <Box variant="code">
          <span className="breakable">{url}</span>
        </Box>
        <CopyToClipboard
          copyButtonText={t('published.copyUrl')}
          textToCopy={url}
          copySuccessText={t('copied')}
          copyErrorText={t('copyFailed')}
        />
      </SpaceBetween>
    </FormField>
  );
}

function CopyableText({ text, name }: { text: string; name: string }) {
  const t = useTexts('wizard');
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={t('published.copy', { name })}
      copySuccessText={t('copied')}
      copyErrorText={t('copyFailed')}
    />
  );
}

function Comparison({ change: { differences } }: { change: Change }) {
  const t = useTexts('wizard');
  if (differences === null) return <StatusIndicator type="in-progress">{t('published.comparing')}</StatusIndicator>;
  return differences.length === 0 ? (
    <StatusIndicator type="success">{t('published.same')}</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">
      <Box display="inline">{t('published.differs', { count: differences.length })}</Box>
    </StatusIndicator>
  );
}

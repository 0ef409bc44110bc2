/** The exact request, secrets masked, to read and copy. */
import './request-view.css';
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

export function RequestView() {
  const t = useTexts('wizard');
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      variant="container"
      headerText={t('request.title')}
      headerDescription={t('request.description')}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <Request />}
    </ExpandableSection>
  );
}

function Request() {
  const t = useTexts('wizard');
  const { draft, draftId, flush, request } = useEditor();
  const ask = useRef(request);
  useEffect(() => {
    ask.current = request;
  });
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => ask.current() });
  // The core answers for what is on disk: first save, then ask.
  useEffect(() => {
    let current = true;
    void flush().then(() => {
      if (current) mutate();
    });
    return () => {
      current = false;
    };
  }, [draft, draftId, flush, mutate]);
  if (error) return <AppErrorView error={error} />;
  if (!data || isPending) return <StatusIndicator type="loading">{t('request.loading')}</StatusIndicator>;
  return (
    <SpaceBetween size="s">
      <CopyToClipboard
        copyButtonText={t('request.copy')}
        textToCopy={data}
        copySuccessText={t('copied')}
        copyErrorText={t('copyFailed')}
      />
      {/* Long requests scroll; a scrolling region must be reachable by keyboard. */}
      <pre className="request-json" tabIndex={0} aria-label={t('request.title')}>
        <Box variant="code">{data}</Box>
      </pre>
    </SpaceBetween>
  );
}

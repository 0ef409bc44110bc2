/** The exact request that would be sent. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useSetEditor } from './context.ts';

export function RequestSection() {
  const t = useTexts('offersets');
  const { draft } = useSetEditor();
  return (
    <ExpandableSection variant="container" headerText={t('draft.request')} headerDescription={t('draft.requestSays')}>
      <SetRequest intent={draft.target === null ? 'draft' : 'release'} />
    </ExpandableSection>
  );
}

export function SetRequest({ intent }: { intent: 'draft' | 'release' }) {
  const t = useTexts('offersets');
  const { draftId } = useSetEditor();
  const { data } = useCallQuery('offersets.drafts.request', { id: draftId, intent }, { keepPrevious: true });
  if (!data) return null;
  if (data.json === '') return <Box color="text-body-secondary">{t('draft.nothing')}</Box>;
  return <JsonView value={JSON.parse(data.json) as unknown} label={t('draft.request')} />;
}

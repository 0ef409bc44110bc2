/** The page of one draft: loads it, then hands it to the wizard. */
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { useParams } from 'react-router';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { useLoadedDraft } from './editor/use-loaded-draft.ts';
import { LoadedWizard } from './loaded-wizard.tsx';

export function WizardPage() {
  const { id = '' } = useParams();
  const t = useTexts('wizard');
  const loading = useLoadedDraft(id);
  usePage({ title: t('title'), contentType: 'wizard' });
  switch (loading.state) {
    case 'loading':
      return (
        <Box padding="xxl" textAlign="center">
          <Spinner /> {t('loading')}
        </Box>
      );
    case 'failed':
      return <AppErrorView error={loading.error} onRetry={loading.retry} />;
    case 'loaded':
      return <LoadedWizard key={id} loaded={loading.draft} />;
  }
}

/** Settings of the app itself: looks, offer addresses, this machine, keyboard. */
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ShortcutsList } from '../../components/shortcuts-list.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useHelp, usePage } from '../../stores/page.ts';
import { AppearancePanel } from './appearance-panel.tsx';
import { AwsProductsPanel } from './aws-products-panel.tsx';
import { MachinePanel } from './machine-panel.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { SyncPanel } from './sync-panel.tsx';
import { UrlTemplatesPanel } from './url-templates-panel.tsx';

export function SettingsPage() {
  const t = useTexts('settings');
  const common = useTexts('common');
  usePage({ title: t('title'), contentType: 'form' });
  useHelp('settings', 'help');
  return (
    <ContentLayout header={<Header variant="h1">{t('title')}</Header>}>
      <SpaceBetween size="l">
        <AppearancePanel />
        <UrlTemplatesPanel />
        <SyncPanel />
        <AwsProductsPanel />
        <RecordsPanel />
        <MachinePanel />
        <Container header={<Header variant="h2">{common('shortcuts.title')}</Header>}>
          <ShortcutsList />
        </Container>
      </SpaceBetween>
    </ContentLayout>
  );
}

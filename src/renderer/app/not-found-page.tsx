/** An address that no page answers to. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { usePage } from '../stores/page.ts';

export function NotFoundPage() {
  const t = useTexts('common');
  const navigate = useNavigate();
  usePage({ title: t('notFound.title') });
  return (
    <ContentLayout header={<Header variant="h1">{t('notFound.title')}</Header>}>
      <SpaceBetween size="m">
        <Box>{t('notFound.body')}</Box>
        <Button onClick={() => void navigate('/')}>{t('notFound.home')}</Button>
      </SpaceBetween>
    </ContentLayout>
  );
}

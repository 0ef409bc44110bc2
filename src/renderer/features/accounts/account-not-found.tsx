/** An address of an account that is not (or no longer) set up here. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';

export function AccountNotFound() {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  usePage({ title: t('notFound.title') });
  return (
    <ContentLayout header={<Header variant="h1">{t('notFound.title')}</Header>}>
      <SpaceBetween size="m">
        <Box>{t('notFound.body')}</Box>
        <Button onClick={() => void navigate('/accounts')}>{t('notFound.back')}</Button>
      </SpaceBetween>
    </ContentLayout>
  );
}

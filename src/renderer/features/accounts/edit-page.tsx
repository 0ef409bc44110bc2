/** Changes a seller account. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { SAVED, UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { useHelp, usePage } from '../../stores/page.ts';
import { toAccountForm } from './account-form.ts';
import { AccountNotFound } from './account-not-found.tsx';
import { DocumentFields } from './document-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { PersonaFields } from './persona-fields.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { useAccountEditor } from './use-account-editor.ts';

export function AccountEditPage() {
  const { accountKey = '' } = useParams();
  const { accounts, isPending, error, refetch } = useAccounts();
  const account = accounts.find(({ key }) => key === accountKey);
  if (isPending) return <PageLoading />;
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return account ? <EditForm key={account.key} account={account} /> : <AccountNotFound />;
}

function EditForm({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const { accounts } = useAccounts();
  const others = useMemo(() => accounts.filter(({ key }) => key !== account.key), [accounts, account.key]);
  const [existing] = useState(account);
  const [initial] = useState(() => toAccountForm(account));
  const editor = useAccountEditor({ initial, others, existing });
  const page = `/accounts/${encodeURIComponent(account.key)}`;
  usePage({
    title: t('edit.title', { name: account.name }),
    contentType: 'form',
    breadcrumbs: [
      { text: t('list.title'), to: '/accounts' },
      { text: account.name, to: page },
      { text: t('edit.crumb'), to: `${page}/edit` },
    ],
  });
  useHelp('accounts', 'help.edit');
  const save = async () => {
    if (!(await editor.send())) return;
    showFlash({
      id: 'account-saved',
      kind: 'success',
      messageKey: 'accounts:flash.saved',
      params: { name: account.name },
    });
    void navigate(page, { state: SAVED });
  };
  const fields = { form: editor.form, change: editor.change, errorAt: editor.errorAt, others };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <UnsavedGuard dirty={editor.isDirty} />
      <Form
        header={<Header variant="h1">{t('edit.title', { name: account.name })}</Header>}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={() => void navigate(page)}>
              {t('edit.cancel')}
            </Button>
            <Button variant="primary" loading={editor.isSending}>
              {t('edit.save')}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          {editor.failure && <AppErrorView error={editor.failure} />}
          <Container header={<Header variant="h2">{t('setup.identity.title')}</Header>}>
            <IdentityFields {...fields} />
          </Container>
          <Container header={<Header variant="h2">{t('setup.sign-in.title')}</Header>}>
            <SignInFields
              {...fields}
              typedKeys={editor.typedKeys}
              changeKeys={editor.changeKeys}
              keysMayStay={editor.keysMayStay}
            />
          </Container>
          <Container header={<Header variant="h2">{t('setup.documents.title')}</Header>}>
            <DocumentFields {...fields} />
          </Container>
          <Container header={<Header variant="h2">{t('persona.title')}</Header>}>
            <PersonaFields {...fields} />
          </Container>
        </SpaceBetween>
      </Form>
    </form>
  );
}

/** Guided setup of a seller account: how to sign in, who it is, where documents go; the test follows on its page. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import Container from '@cloudscape-design/components/container';
import Wizard from '@cloudscape-design/components/wizard';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { SAVED, UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useChooseAccount } from '../../stores/active-account.ts';
import { useHelp, usePage } from '../../stores/page.ts';
import { createAccountForm } from './account-form.ts';
import { DocumentFields } from './document-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { PersonaFields } from './persona-fields.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { useAccountEditor } from './use-account-editor.ts';

/** Steps by content, with the fields that each must have in order before the next one. */
const STEPS = [
  { id: 'sign-in', fields: ['settings.connection', 'keys'] },
  { id: 'identity', fields: ['settings.name', 'settings.prefix', 'settings.colour', 'settings.awsAccountId'] },
  { id: 'documents', fields: ['settings'] },
] as const;

export function AccountSetupPage() {
  const t = useTexts('accounts');
  const { accounts, isPending } = useAccounts();
  const info = useAppInfo();
  usePage({
    title: t('setup.title'),
    contentType: 'wizard',
    breadcrumbs: [
      { text: t('list.title'), to: '/accounts' },
      { text: t('setup.title'), to: '/accounts/new' },
    ],
  });
  if (isPending || !info) return <PageLoading />;
  return <SetupWizard accounts={accounts} firstKind={info.mode === 'practice' ? 'practice' : 'profile'} />;
}

interface SetupWizardProps {
  readonly accounts: readonly Account[];
  readonly firstKind: 'practice' | 'profile';
}

function SetupWizard({ accounts, firstKind }: SetupWizardProps) {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const choose = useChooseAccount();
  const [initial] = useState(() => createAccountForm(firstKind, accounts));
  const [at, setAt] = useState(0);
  // The new account joins the list before this page is left; it must not count as its own duplicate.
  const [others] = useState(accounts);
  const editor = useAccountEditor({ initial, others, existing: null });
  useHelp('accounts', `help.${STEPS[at]?.id ?? 'sign-in'}`);

  const go = (target: number, reason: string) => {
    const isBack = target < at || reason === 'previous';
    if (isBack || STEPS.slice(at, target).every(({ fields }) => editor.check(fields))) setAt(target);
  };
  const submit = async () => {
    const firstWrong = STEPS.findIndex(({ fields }) => !editor.check(fields));
    if (firstWrong >= 0) return setAt(firstWrong);
    const account = await editor.send();
    if (!account) return;
    choose(account.key);
    void navigate(`/accounts/${encodeURIComponent(account.key)}?test=now`, { state: SAVED });
  };

  const fields = { form: editor.form, change: editor.change, errorAt: editor.errorAt, others };
  const contents = {
    'sign-in': (
      <SignInFields
        {...fields}
        typedKeys={editor.typedKeys}
        changeKeys={editor.changeKeys}
        keysMayStay={editor.keysMayStay}
      />
    ),
    identity: <IdentityFields {...fields} />,
    documents: (
      <SpaceBetween size="l">
        <DocumentFields {...fields} />
        <PersonaFields {...fields} />
      </SpaceBetween>
    ),
  };
  return (
    <>
      <UnsavedGuard dirty={editor.isDirty} />
      <Wizard
        activeStepIndex={at}
        isLoadingNextStep={editor.isSending}
        submitButtonText={t('setup.submit')}
        onNavigate={({ detail }) => go(detail.requestedStepIndex, detail.reason)}
        onCancel={() => void navigate('/accounts')}
        onSubmit={() => void submit()}
        steps={STEPS.map(({ id }) => ({
          title: t(`setup.${id}.title`),
          description: t(`setup.${id}.description`),
          content: (
            <SpaceBetween size="m">
              {editor.failure && <AppErrorView error={editor.failure} />}
              <Container>{contents[id]}</Container>
            </SpaceBetween>
          ),
        }))}
      />
    </>
  );
}

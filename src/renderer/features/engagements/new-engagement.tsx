/** Makes an engagement of one's own, from the list, and opens it. */
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { CustomerProject, DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { toEngagementPath } from './paths.ts';
import { EMPTY_PROJECT, ProjectFields } from './project-fields.tsx';
import { useWrong } from './use-wrong.ts';

interface Form {
  readonly title: string;
  readonly description: string;
  readonly hasProject: boolean;
  readonly project: CustomerProject;
}

const EMPTY: Form = { title: '', description: '', hasProject: true, project: EMPTY_PROJECT };

export function NewEngagement() {
  const t = useTexts('engagements');
  const key = useActiveAccount();
  const account = useAccount(key ?? '');
  const [open, setOpen] = useState(false);
  // Lives here: what was typed is there again when the dialog is opened once more.
  const [form, setForm] = useState(EMPTY);
  return (
    <>
      <PermittedButton
        account={key}
        actions={['partnercentral:CreateEngagement']}
        deed="co-sell"
        disabled={account === null}
        disabledReason={t('create.choose')}
        onClick={() => setOpen(true)}
      >
        {t('create.open')}
      </PermittedButton>
      {open && account && (
        <NewDialog
          account={account}
          form={form}
          onType={setForm}
          onDone={() => setForm(EMPTY)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface NewDialogProps {
  readonly account: Account;
  readonly form: Form;
  onType(form: Form): void;
  onDone(): void;
  onClose(): void;
}

function NewDialog({ account, form, onType, onDone, onClose }: NewDialogProps) {
  const t = useTexts('engagements');
  const navigate = useNavigate();
  const { title, description, hasProject, project } = form;
  const deed: DeedOf<'engagement-create'> = {
    kind: 'engagement-create',
    title,
    description,
    project: hasProject ? project : null,
  };
  const { wrong, refused } = useWrong(deed);
  return (
    <DeedDialog
      account={account}
      words="create"
      what={title || '-'}
      deed={deed}
      onClose={onClose}
      onRefused={refused}
      onDone={(id) => {
        onDone();
        if (id !== null) void navigate(toEngagementPath({ account: account.key, engagementId: id }));
      }}
    >
      <Box>{t('create.body')}</Box>
      <FormField
        label={t('column.title')}
        constraintText={t('create.titleHint')}
        errorText={wrong.has('title') ? t('form.wrong') : undefined}
      >
        <Input value={title} onChange={({ detail }) => onType({ ...form, title: detail.value })} />
      </FormField>
      <FormField
        label={t('page.description')}
        errorText={wrong.has('description') ? t('form.wrong') : undefined}
        constraintText={t('create.descriptionHint')}
      >
        <Textarea
          rows={2}
          value={description}
          onChange={({ detail }) => onType({ ...form, description: detail.value })}
        />
      </FormField>
      <Checkbox checked={hasProject} onChange={({ detail }) => onType({ ...form, hasProject: detail.checked })}>
        {t('create.hasProject')}
      </Checkbox>
      {hasProject && (
        <ProjectFields value={project} wrong={wrong} onChange={(changed) => onType({ ...form, project: changed })} />
      )}
    </DeedDialog>
  );
}

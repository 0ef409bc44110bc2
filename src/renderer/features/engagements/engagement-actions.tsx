/** What can be done about any engagement: add a customer's project, invite another partner. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import { RESPONSIBILITIES, type DeedOf } from '../../../shared/domain/engagement/deed.ts';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { isUnderWay } from './deed-progress.tsx';
import { EMPTY_PROJECT, ProjectFields } from './project-fields.tsx';
import { useWrong } from './use-wrong.ts';

type Invite = DeedOf<'engagement-invite'>;
type InviteForm = Pick<Invite, 'receiverId' | 'alias' | 'message' | 'responsibilities' | 'sender'>;

const NOBODY: InviteForm = {
  receiverId: '',
  alias: '',
  message: '',
  responsibilities: [],
  sender: { firstName: '', lastName: '', businessTitle: '', email: '' },
};

/** AWS takes no more contexts than this. */
const MOST_CONTEXTS = 5;

export function EngagementActions({ engagement }: { engagement: EngagementDetail }) {
  const t = useTexts('engagements');
  const account = useAccount(engagement.account);
  const [asking, setAsking] = useState<'context' | 'invite' | null>(null);
  // Live here: what was typed is there again when a dialog is opened once more.
  const [project, setProject] = useState(EMPTY_PROJECT);
  const [invite, setInvite] = useState(NOBODY);
  if (account === null) return null;
  const isAboutSomething = engagement.contextTypes.some((type) => type === 'CustomerProject' || type === 'Lead');
  const isFull = engagement.contextTypes.length >= MOST_CONTEXTS;
  const close = () => setAsking(null);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <PermittedButton
        account={engagement.account}
        actions={['partnercentral:CreateEngagementContext']}
        deed="co-sell"
        disabled={isUnderWay(engagement) || isFull}
        onClick={() => setAsking('context')}
      >
        {t('context.open')}
      </PermittedButton>
      <PermittedButton
        account={engagement.account}
        actions={['partnercentral:CreateEngagementInvitation']}
        deed="co-sell"
        disabled={isUnderWay(engagement) || !isAboutSomething}
        disabledReason={isAboutSomething ? undefined : t('invite.nothing')}
        onClick={() => setAsking('invite')}
      >
        {t('invite.open')}
      </PermittedButton>
      {asking === 'context' && (
        <ContextDialog
          engagement={engagement}
          account={account}
          project={project}
          onType={setProject}
          onDone={() => setProject(EMPTY_PROJECT)}
          onClose={close}
        />
      )}
      {asking === 'invite' && (
        <InviteDialog
          engagement={engagement}
          account={account}
          form={invite}
          onType={setInvite}
          onDone={() => setInvite(NOBODY)}
          onClose={close}
        />
      )}
    </SpaceBetween>
  );
}

interface DialogProps {
  readonly engagement: EngagementDetail;
  readonly account: Account;
  onDone(): void;
  onClose(): void;
}

interface ContextDialogProps extends DialogProps {
  readonly project: typeof EMPTY_PROJECT;
  onType(project: typeof EMPTY_PROJECT): void;
}

function ContextDialog({ engagement, account, project, onType, onDone, onClose }: ContextDialogProps) {
  const t = useTexts('engagements');
  const deed: DeedOf<'context-create'> = { kind: 'context-create', engagementId: engagement.id, project };
  const { wrong, refused } = useWrong(deed);
  return (
    <DeedDialog
      account={account}
      words="context"
      what={engagement.title || engagement.id}
      deed={deed}
      onClose={onClose}
      onDone={onDone}
      onRefused={refused}
    >
      <Box>{t('context.body')}</Box>
      <ProjectFields value={project} wrong={wrong} onChange={onType} />
    </DeedDialog>
  );
}

interface InviteDialogProps extends DialogProps {
  readonly form: InviteForm;
  onType(form: InviteForm): void;
}

function InviteDialog({ engagement, account, form, onType, onDone, onClose }: InviteDialogProps) {
  const t = useTexts('engagements');
  const deed: Invite = { kind: 'engagement-invite', engagementId: engagement.id, ...form };
  const { wrong, refused } = useWrong(deed);
  const errorOf = (member: string) => (wrong.has(member) ? t('form.wrong') : undefined);
  const toOption = (value: string) => ({ value, label: value });
  return (
    <DeedDialog
      account={account}
      words="invite"
      what={engagement.title || engagement.id}
      deed={deed}
      onClose={onClose}
      onDone={onDone}
      onRefused={refused}
    >
      <Alert type="info">{t('invite.body')}</Alert>
      <ColumnLayout columns={2}>
        <FormField
          label={t('page.memberAccount')}
          constraintText={t('invite.digits')}
          errorText={errorOf('receiverId')}
        >
          <Input value={form.receiverId} onChange={({ detail }) => onType({ ...form, receiverId: detail.value })} />
        </FormField>
        <FormField label={t('invite.alias')} errorText={errorOf('alias')}>
          <Input value={form.alias} onChange={({ detail }) => onType({ ...form, alias: detail.value })} />
        </FormField>
      </ColumnLayout>
      <FormField label={t('invite.message')} constraintText={t('invite.messageHint')} errorText={errorOf('message')}>
        <Textarea rows={2} value={form.message} onChange={({ detail }) => onType({ ...form, message: detail.value })} />
      </FormField>
      <FormField label={t('invite.responsibilities')}>
        <Multiselect
          options={RESPONSIBILITIES.map(toOption)}
          selectedOptions={form.responsibilities.map(toOption)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => {
            const chosen = new Set(detail.selectedOptions.map(({ value }) => value));
            onType({ ...form, responsibilities: RESPONSIBILITIES.filter((known) => chosen.has(known)) });
          }}
        />
      </FormField>
      <SenderFields form={form} wrong={wrong} onType={onType} />
    </DeedDialog>
  );
}

const SENDER = ['firstName', 'lastName', 'businessTitle', 'email'] as const;

function SenderFields({
  form,
  wrong,
  onType,
}: Pick<InviteDialogProps, 'form' | 'onType'> & { wrong: ReadonlySet<string> }) {
  const t = useTexts('engagements');
  return (
    <FormField label={t('invite.sender')} description={t('invite.senderSays')}>
      <ColumnLayout columns={2}>
        {SENDER.map((member) => (
          <FormField
            key={member}
            label={t(`lead.${member}`)}
            errorText={wrong.has(`sender.${member}`) ? t('form.wrong') : undefined}
          >
            <Input
              value={form.sender[member]}
              onChange={({ detail }) => onType({ ...form, sender: { ...form.sender, [member]: detail.value } })}
            />
          </FormField>
        ))}
      </ColumnLayout>
    </FormField>
  );
}

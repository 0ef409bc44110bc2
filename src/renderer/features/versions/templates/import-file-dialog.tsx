/** Takes in an offer or a template from a YAML file; what is wrong with it is listed with line and column. */
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useShowFlash } from '../../../stores/flashes.ts';

export function ImportFileDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('templates');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const [account, setAccount] = useState<string | null>(active ?? null);
  const [files, setFiles] = useState<File[]>([]);
  const [isAsked, setAsked] = useState(false);
  const chosen = accounts.find(({ key }) => key === account) ?? accounts[0] ?? null;
  const take = useCallMutation('files.import');

  async function confirm() {
    setAsked(true);
    const [file] = files;
    if (!file) return;
    take.mutate(
      { account: chosen?.key ?? null, text: await file.text() },
      {
        onSuccess({ draftId, templateId }) {
          showFlash({
            id: 'file-import',
            kind: 'success',
            messageKey: templateId === null ? 'templates:import.draft' : 'templates:import.template',
            params: { name: file.name },
          });
          if (draftId === null) onClose();
          else void navigate(`/drafts/${encodeURIComponent(draftId)}`);
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={t('import.title')}
      confirmText={t('import.confirm')}
      busy={take.isPending}
      error={take.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <SpaceBetween size="m">
        <FormField label={t('import.account')} description={t('import.accountSays')}>
          <Select
            selectedOption={chosen && { value: chosen.key, label: chosen.name, labelTag: chosen.awsAccountId }}
            options={accounts.map(({ key, name, awsAccountId }) => ({
              value: key,
              label: name,
              labelTag: awsAccountId,
            }))}
            onChange={({ detail }) => setAccount(detail.selectedOption.value ?? null)}
          />
        </FormField>
        <FormField label={t('import.file')} errorText={isAsked && files.length === 0 ? t('import.missing') : ''}>
          <FileUpload
            value={files}
            accept=".yaml,.yml"
            showFileSize
            onChange={({ detail }) => {
              take.reset();
              setFiles([...detail.value]);
            }}
            i18nStrings={{
              uploadButtonText: () => t('import.choose'),
              dropzoneText: () => t('import.drop'),
              removeFileAriaLabel: () => t('import.removeFile'),
              errorIconAriaLabel: t('import.error'),
              limitShowFewer: '',
              limitShowMore: '',
            }}
          />
        </FormField>
      </SpaceBetween>
    </ConfirmDialog>
  );
}

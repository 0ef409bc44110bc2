/** Takes in an offer or a template from a YAML file with the PDF that it names; what is wrong with it is listed with line and column. */
import Alert from '@cloudscape-design/components/alert';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { toBase64 } from '../../../components/file-base64.ts';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useShowFlash } from '../../../stores/flashes.ts';
import { useImportFiles } from './use-import-files.ts';

export function ImportFileDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('templates');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const [account, setAccount] = useState<string | null>(active ?? null);
  const chosenFiles = useImportFiles();
  const { yaml, pdf, missingPdf } = chosenFiles;
  const hasProblem = chosenFiles.problems.some((problem) => problem !== null);
  const [isAsked, setAsked] = useState(false);
  const chosen = accounts.find(({ key }) => key === account) ?? accounts[0] ?? null;
  const take = useCallMutation('files.import');

  async function confirm() {
    setAsked(true);
    if (!yaml || hasProblem) return;
    const eula = pdf && !chosenFiles.isPdfUnnamed ? { name: pdf.name.slice(-255), base64: await toBase64(pdf) } : null;
    take.mutate(
      { account: chosen?.key ?? null, text: await yaml.text(), eula },
      {
        onSuccess({ draftId, templateId }) {
          const done = templateId === null ? 'draft' : 'template';
          showFlash({
            id: 'file-import',
            kind: missingPdf === null ? 'success' : 'warning',
            messageKey: `templates:import.${missingPdf === null ? done : `${done}WithoutPdf`}`,
            params: { name: yaml.name, pdf: missingPdf ?? '' },
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
      confirmText={t(missingPdf === null ? 'import.confirm' : 'import.confirmWithoutPdf')}
      busy={take.isPending || chosenFiles.isReading}
      error={take.error ?? chosenFiles.error}
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
        <FilesField
          chosen={chosenFiles}
          isMissing={isAsked && yaml === null}
          onChange={(files) => {
            take.reset();
            chosenFiles.choose(files);
          }}
        />
        {missingPdf !== null && (
          <Alert type="warning" header={t('import.pdf.title', { name: missingPdf })}>
            {t('import.pdf.body')}
          </Alert>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}

interface FilesFieldProps {
  readonly chosen: ReturnType<typeof useImportFiles>;
  readonly isMissing: boolean;
  onChange(files: readonly File[]): void;
}

function FilesField({ chosen, isMissing, onChange }: FilesFieldProps) {
  const t = useTexts('templates');
  return (
    <FormField
      label={t('import.file')}
      description={t('import.fileSays')}
      errorText={isMissing ? t('import.missing') : ''}
    >
      <FileUpload
        value={[...chosen.files]}
        multiple
        accept=".yaml,.yml,application/pdf,.pdf"
        showFileSize
        fileErrors={chosen.problems.map((problem) => problem && t(`import.problem.${problem}`))}
        fileWarnings={chosen.files.map((file) =>
          chosen.isPdfUnnamed && file === chosen.pdf ? t('import.pdf.unnamed') : null,
        )}
        onChange={({ detail }) => onChange(detail.value)}
        i18nStrings={{
          uploadButtonText: () => t('import.choose'),
          dropzoneText: () => t('import.drop'),
          removeFileAriaLabel: (_index, name) => t('import.removeFile', { name }),
          errorIconAriaLabel: t('import.error'),
          warningIconAriaLabel: t('import.warning'),
          limitShowFewer: t('import.showFewer'),
          limitShowMore: t('import.showMore'),
        }}
      />
    </FormField>
  );
}

/** A custom document: kept with the draft after its checks, uploaded to the account's bucket when the draft is published. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FileUpload from '@cloudscape-design/components/file-upload';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useNavigate } from 'react-router';
import type { EulaFile } from '../../../../shared/domain/offer/draft.ts';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { useAttachEula } from './use-attach-eula.ts';

/** The licence text of the draft. */
export function CustomEula({ file }: { file: EulaFile | null }) {
  const t = useTexts('wizard');
  const { dispatch } = useEditor();
  return (
    <CustomDocument
      path="eula.file"
      label={t('eula.file.label')}
      description={t('eula.file.description')}
      file={file}
      onFile={(chosen) => dispatch({ type: 'eula.file', file: chosen })}
    />
  );
}

interface CustomDocumentProps {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly file: EulaFile | null;
  onFile(file: EulaFile | null): void;
}

export function CustomDocument({ path, label, description, file, onFile }: CustomDocumentProps) {
  const t = useTexts('wizard');
  const { account } = useEditor();
  const attach = useAttachEula(onFile);
  const errorTexts = useErrorTexts();
  const problem = attach.error && errorTexts(attach.error);
  return (
    <SpaceBetween size="m">
      <DraftField
        path={path}
        label={label}
        description={description}
        constraintText={t('eula.file.constraint')}
        ownError={problem && `${problem.what} ${problem.next}`}
      >
        {({ invalid }) => (
          <FileUpload
            value={attach.chosen}
            accept="application/pdf,.pdf"
            invalid={invalid}
            showFileSize
            i18nStrings={{
              uploadButtonText: () => (file ? t('eula.file.replace') : t('eula.file.choose')),
              dropzoneText: () => t('eula.file.drop'),
              removeFileAriaLabel: () => t('eula.file.remove'),
              errorIconAriaLabel: t('error'),
            }}
            onChange={({ detail }) => attach.attach(detail.value[0] ?? null)}
          />
        )}
      </DraftField>
      {attach.isReading && <StatusIndicator type="loading">{t('eula.file.reading')}</StatusIndicator>}
      {file && !attach.isReading && <AttachedFile file={file} onRemove={() => onFile(null)} />}
      {account && (account.eulaBucket ? <UploadTarget bucket={account.eulaBucket} /> : <BucketMissing />)}
    </SpaceBetween>
  );
}

function AttachedFile({ file, onRemove }: { file: EulaFile; onRemove(): void }) {
  const t = useTexts('wizard');
  const format = useFormat();
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <StatusIndicator type="success">
        {t('eula.file.attached', { name: file.name, size: format.fileSize(file.sizeBytes) })}
      </StatusIndicator>
      <Button variant="inline-link" ariaLabel={t('eula.file.removeNamed', { name: file.name })} onClick={onRemove}>
        {t('eula.file.remove')}
      </Button>
    </SpaceBetween>
  );
}

function UploadTarget({
  bucket: { bucket, prefix, region },
}: {
  bucket: { bucket: string; prefix: string; region: string };
}) {
  const t = useTexts('wizard');
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  return (
    <Alert>
      {t('eula.upload.where')} <Box variant="code">{`s3://${bucket}/${folder}`}</Box> ({region}).{' '}
      {t('eula.upload.when')}
    </Alert>
  );
}

function BucketMissing() {
  const t = useTexts('wizard');
  const { accountKey, account } = useEditor();
  const navigate = useNavigate();
  return (
    <Alert
      type="warning"
      header={t('eula.bucket.title', { name: account?.name ?? '' })}
      action={
        <Button onClick={() => void navigate(`/accounts/${encodeURIComponent(accountKey)}`)}>
          {t('eula.bucket.open')}
        </Button>
      }
    >
      {t('eula.bucket.body')}
    </Alert>
  );
}

/** Saves or copies the addresses of chosen offers, or of all that the filter finds. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { OfferFilter, OfferRef } from '../../../../shared/contract/offers.ts';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { CallError } from '../../../bridge/client.ts';
import { useClient, useCallMutation } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { useExportHeadings } from './headings.ts';
import { UrlTemplates } from './url-templates.tsx';

const FORMATS = ['csv', 'text', 'markdown'] as const;
type Format = (typeof FORMATS)[number];
type File = MethodOutput<'offers.urlsText'>;

interface ExportDialogProps {
  /** null = everything that the filter finds. */
  readonly refs: readonly OfferRef[] | null;
  readonly filter: OfferFilter;
  readonly count: number;
  onClose(): void;
}

export function ExportDialog({ refs, filter, count, onClose }: ExportDialogProps) {
  const t = useTexts('offers');
  const client = useClient();
  const showFlash = useShowFlash();
  const headings = useExportHeadings();
  const [format, setFormat] = useState<Format>('csv');
  const [failure, setFailure] = useState<Error | null>(null);
  const read = useCallMutation('offers.urlsText');

  const run = async (deliver: (file: File) => Promise<string>) => {
    setFailure(null);
    try {
      const file = await read.mutateAsync({
        refs: refs && [...refs],
        filter: refs ? null : filter,
        format,
        headings,
      });
      const messageKey = await deliver(file);
      showFlash({ id: 'export', kind: 'success', messageKey, params: { count: file.count } });
      onClose();
    } catch (error) {
      if (error instanceof CallError || error instanceof DOMException) setFailure(error);
      else throw error;
    }
  };
  const save = () =>
    run(async ({ suggestedName, mediaType, text }) => {
      await saveText(client, { suggestedName, mediaType, text });
      return 'offers:export.saved';
    });
  const copy = () =>
    run(async ({ text }) => {
      await navigator.clipboard.writeText(text);
      return 'offers:export.copied';
    });

  return (
    <Modal
      visible
      size="large"
      header={t('export.title', { count })}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('export.close')}
            </Button>
            <Button disabled={read.isPending} onClick={() => void copy()}>
              {t('export.copy')}
            </Button>
            <Button variant="primary" loading={read.isPending} onClick={() => void save()}>
              {t('export.save')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label={t('export.format')}>
          <RadioGroup
            value={format}
            items={FORMATS.map((value) => ({
              value,
              label: t(`export.formats.${value}`),
              description: t(`export.formatSays.${value}`),
            }))}
            onChange={({ detail }) => setFormat(FORMATS.find((each) => each === detail.value) ?? 'csv')}
          />
        </FormField>
        <Alert type="info">{t('url.undocumented')}</Alert>
        <UrlTemplates />
        {failure && <ExportFailure error={failure} />}
      </SpaceBetween>
    </Modal>
  );
}

/** The clipboard belongs to the browser: when it refuses, that is no failure of ours to look up. */
function ExportFailure({ error }: { error: Error }) {
  const common = useTexts('common');
  if (error instanceof CallError) return <AppErrorView error={error} />;
  return <Alert type="error">{common('copyFailed')}</Alert>;
}

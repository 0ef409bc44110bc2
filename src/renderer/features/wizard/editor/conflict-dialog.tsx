/** Two windows changed the same draft: a person chooses, and the other version stays as a draft of its own. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { DocumentEditor } from './use-document-editor.ts';

interface ConflictDialogProps<D extends { readonly name: string }, A> {
  readonly editor: DocumentEditor<D, A>;
  /** The version on disk, which the other window has saved. */
  loadOther(): Promise<D>;
  /** Keeps a version as a draft of its own. */
  keepCopy(document: D): Promise<void>;
}

export function ConflictDialog<D extends { readonly name: string }, A>(props: ConflictDialogProps<D, A>) {
  const { editor, loadOther, keepCopy } = props;
  const t = useTexts('wizard');
  const [busy, setBusy] = useState<'mine' | 'other' | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const copyName = (name: string) => t('conflict.copyName', { name });

  async function choose(choice: 'mine' | 'other'): Promise<void> {
    setBusy(choice);
    setError(null);
    try {
      const left = choice === 'mine' ? await loadOther() : editor.document;
      await keepCopy({ ...left, name: copyName(left.name).slice(0, 2000) });
      await (choice === 'mine' ? editor.keepMine() : editor.takeOther());
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(null);
    }
  }

  return (
    <Modal
      visible
      header={t('conflict.title')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button loading={busy === 'other'} disabled={busy !== null} onClick={() => void choose('other')}>
              {t('conflict.takeOther')}
            </Button>
            <Button
              variant="primary"
              loading={busy === 'mine'}
              disabled={busy !== null}
              onClick={() => void choose('mine')}
            >
              {t('conflict.keepMine')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{t('conflict.body')}</Box>
        {error && <AppErrorView error={error} />}
      </SpaceBetween>
    </Modal>
  );
}

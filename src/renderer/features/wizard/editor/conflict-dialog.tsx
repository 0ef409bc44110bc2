/** Two windows changed the same draft: a person chooses, and the other version stays as a draft of its own. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import type { Client } from '../../../bridge/client.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import type { DraftEditor } from './use-draft-editor.ts';

interface ConflictDialogProps {
  readonly draftId: string;
  readonly accountKey: string;
  readonly editor: DraftEditor;
}

export function ConflictDialog({ draftId, accountKey, editor }: ConflictDialogProps) {
  const t = useTexts('wizard');
  const client = useClient();
  const [busy, setBusy] = useState<'mine' | 'other' | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const copyName = (name: string) => t('conflict.copyName', { name });

  async function choose(choice: 'mine' | 'other'): Promise<void> {
    setBusy(choice);
    setError(null);
    try {
      const left = choice === 'mine' ? (await client.call('drafts.get', { id: draftId })).document : editor.document;
      await keepAsCopy(client, accountKey, { ...left, name: copyName(left.name).slice(0, 2000) });
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

async function keepAsCopy(client: Client, account: string, document: OfferDraft): Promise<void> {
  const copy = await client.call('drafts.create', { account, productId: null, fromOfferId: null });
  await client.call('drafts.save', { id: copy.id, revision: copy.revision, document });
}

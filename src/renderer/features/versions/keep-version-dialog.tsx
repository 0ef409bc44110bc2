/** Keeps a draft as it stands under a name. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

export function KeepVersionDialog({ draftId, onClose }: { draftId: string; onClose(): void }) {
  const t = useTexts('versions');
  const showFlash = useShowFlash();
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const keep = useCallMutation('versions.keepDraft');
  const label = name.trim();
  return (
    <ConfirmDialog
      title={t('keep.title')}
      confirmText={t('keep.confirm')}
      busy={keep.isPending}
      error={keep.error}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (label === '') return;
        keep.mutate(
          { draftId, label },
          {
            onSuccess() {
              showFlash({
                id: 'version-kept',
                kind: 'success',
                messageKey: 'versions:keep.done',
                params: { name: label },
              });
              onClose();
            },
          },
        );
      }}
    >
      <FormField label={t('keep.name')} errorText={isAsked && label === '' ? t('keep.missing') : ''}>
        <Input value={name} ariaRequired onChange={({ detail }) => setName(detail.value.slice(0, 100))} />
      </FormField>
    </ConfirmDialog>
  );
}

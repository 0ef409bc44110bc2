/** Renames and removes a template. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { Template } from '../../../../shared/domain/version/template.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';

interface TemplateDialogProps {
  readonly template: Template;
  onClose(): void;
}

export function RenameTemplateDialog({ template, onClose }: TemplateDialogProps) {
  const t = useTexts('templates');
  const [name, setName] = useState(template.name);
  const rename = useCallMutation('templates.rename');
  const wanted = name.trim();
  return (
    <ConfirmDialog
      title={t('rename.title', { name: template.name })}
      confirmText={t('rename.confirm')}
      busy={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onConfirm={() => {
        if (wanted !== '') rename.mutate({ id: template.id, name: wanted }, { onSuccess: onClose });
      }}
    >
      <FormField label={t('save.name')} errorText={wanted === '' ? t('save.missing') : ''}>
        <Input value={name} ariaRequired onChange={({ detail }) => setName(detail.value.slice(0, 100))} />
      </FormField>
    </ConfirmDialog>
  );
}

export function RemoveTemplateDialog({ template, onClose }: TemplateDialogProps) {
  const t = useTexts('templates');
  const remove = useCallMutation('templates.remove');
  return (
    <ConfirmDialog
      title={t('remove.title', { name: template.name })}
      confirmText={t('remove.confirm')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ id: template.id }, { onSuccess: onClose })}
    >
      <Box>{t('remove.body')}</Box>
    </ConfirmDialog>
  );
}

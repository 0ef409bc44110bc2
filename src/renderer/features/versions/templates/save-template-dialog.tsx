/** Saves an offer or draft as a template: its name, and what becomes a placeholder. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/index.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

interface SaveTemplateDialogProps {
  readonly from: MethodInput<'templates.save'>['from'];
  /** Of the offer; the template starts from it. */
  readonly name: string;
  onClose(): void;
}

export function SaveTemplateDialog({ from, name: offerName, onClose }: SaveTemplateDialogProps) {
  const t = useTexts('templates');
  const showFlash = useShowFlash();
  const [name, setName] = useState(offerName.slice(0, 100));
  const [pattern, setPattern] = useState('{{product}} {{buyer}} {{date}}');
  const [asks, setAsks] = useState({ buyers: true, dates: true, prices: false });
  const [isAsked, setAsked] = useState(false);
  const save = useCallMutation('templates.save');
  const toggle = (part: keyof typeof asks) => (
    <Toggle checked={asks[part]} onChange={({ detail }) => setAsks({ ...asks, [part]: detail.checked })}>
      {t(`save.${part}`)}
    </Toggle>
  );
  function confirm() {
    setAsked(true);
    if (name.trim() === '') return;
    const options = {
      buyers: asks.buyers ? ('ask' as const) : ('keep' as const),
      dates: asks.dates ? ('relative' as const) : ('keep' as const),
      prices: asks.prices ? ('ask' as const) : ('keep' as const),
      offerName: pattern,
    };
    save.mutate(
      { name: name.trim(), from, options },
      {
        onSuccess(template) {
          showFlash({
            id: 'template-saved',
            kind: 'success',
            messageKey: 'templates:save.done',
            params: { name: template.name },
            link: { textKey: 'templates:title', to: '/templates' },
          });
          onClose();
        },
      },
    );
  }
  return (
    <ConfirmDialog
      title={t('save.title')}
      confirmText={t('save.confirm')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <SpaceBetween size="m">
        <FormField label={t('save.name')} errorText={isAsked && name.trim() === '' ? t('save.missing') : ''}>
          <Input value={name} ariaRequired onChange={({ detail }) => setName(detail.value.slice(0, 100))} />
        </FormField>
        <FormField label={t('save.offerName')} description={t('save.placeholders')}>
          <Input value={pattern} onChange={({ detail }) => setPattern(detail.value)} />
        </FormField>
        {toggle('buyers')}
        {toggle('dates')}
        {toggle('prices')}
      </SpaceBetween>
    </ConfirmDialog>
  );
}

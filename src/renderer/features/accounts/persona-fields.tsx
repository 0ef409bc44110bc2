/** On which side of a sale the account stands, and whether it is set up from here: decides what is shown. */
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ROLES, SIDES, type Persona } from '../../../shared/domain/account/persona.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { FieldsProps } from './fields.ts';

export function PersonaFields({ form, change }: FieldsProps) {
  const t = useTexts('accounts');
  const choices = (kind: 'side' | 'role', values: readonly string[]) =>
    values.map((value) => ({
      value,
      label: t(`persona.${kind}.${value}.label`),
      description: t(`persona.${kind}.${value}.description`),
    }));
  return (
    <SpaceBetween size="m">
      <FormField label={t('persona.side.title')} description={t('persona.hint')}>
        <RadioGroup
          value={form.side}
          items={choices('side', SIDES)}
          onChange={({ detail }) => change({ side: detail.value as Persona['side'] })}
        />
      </FormField>
      <FormField label={t('persona.role.title')}>
        <RadioGroup
          value={form.role}
          items={choices('role', ROLES)}
          onChange={({ detail }) => change({ role: detail.value as Persona['role'] })}
        />
      </FormField>
    </SpaceBetween>
  );
}

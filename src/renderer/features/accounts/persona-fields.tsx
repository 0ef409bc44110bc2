/** On which side of a sale the account stands, whether it is set up from here, and whether it co-sells: decides what is shown. */
import FormField from '@cloudscape-design/components/form-field';
import Checkbox from '@cloudscape-design/components/checkbox';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PARTNER_CATALOGS, type PartnerCatalog } from '../../../shared/domain/account/account.ts';
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
      <FormField label={t('persona.coSell.title')}>
        <Checkbox
          checked={form.coSell}
          description={t('persona.coSell.description')}
          onChange={({ detail }) => change({ coSell: detail.checked })}
        >
          {t('persona.coSell.label')}
        </Checkbox>
      </FormField>
      {form.coSell && (
        <FormField label={t('partnerCatalog.title')} description={t('partnerCatalog.hint')}>
          <RadioGroup
            value={form.partnerCatalog}
            items={PARTNER_CATALOGS.map((value) => ({
              value,
              label: t(`partnerCatalog.${value}.label`),
              description: t(`partnerCatalog.${value}.description`),
            }))}
            onChange={({ detail }) => change({ partnerCatalog: detail.value as PartnerCatalog })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

/** Who the account is: name, prefix, colour, 12-digit id. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ACCOUNT_COLOURS } from '../../../shared/domain/account/account.ts';
import { AccountDot, type AccountColour } from '../../components/account-badge.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { suggestPrefix } from './account-form.ts';
import type { FieldsProps } from './fields.ts';

export function IdentityFields({ form, change, errorAt, others }: FieldsProps) {
  const t = useTexts('accounts');
  const colours = ACCOUNT_COLOURS.map((colour) => ({
    value: colour,
    label: t(`colour.${colour}`),
    iconSvg: <AccountDot colour={colour} />,
  }));
  const suggested = suggestPrefix(form.name, others);
  const isPrefixOwn = form.prefix !== '' && form.prefix !== suggested;
  return (
    <SpaceBetween size="m">
      <FormField label={t('field.name')} description={t('field.nameHint')} errorText={errorAt('settings.name')}>
        <Input
          value={form.name}
          onChange={({ detail }) =>
            change({
              name: detail.value,
              prefix: isPrefixOwn ? form.prefix : suggestPrefix(detail.value, others),
            })
          }
        />
      </FormField>
      <FormField
        label={t('field.prefix')}
        description={t('field.prefixHint')}
        constraintText={t('field.prefixConstraint')}
        errorText={errorAt('settings.prefix')}
      >
        <Input value={form.prefix} spellcheck={false} onChange={({ detail }) => change({ prefix: detail.value })} />
      </FormField>
      <FormField label={t('field.colour')} description={t('field.colourHint')}>
        <Select
          selectedOption={colours.find(({ value }) => value === form.colour) ?? null}
          options={colours}
          triggerVariant="option"
          onChange={({ detail }) => change({ colour: detail.selectedOption.value as AccountColour })}
        />
      </FormField>
      <FormField
        label={t('field.awsAccountId')}
        description={t('field.awsAccountIdHint')}
        errorText={errorAt('settings.awsAccountId')}
      >
        <Input
          value={form.awsAccountId}
          inputMode="numeric"
          spellcheck={false}
          disabled={form.kind === 'practice'}
          onChange={({ detail }) => change({ awsAccountId: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

/** Sign-in by a role of the seller account, assumed from another account or from a profile. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AccountDot } from '../../components/account-badge.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { ownerOfRole, type AccountForm } from './account-form.ts';
import type { FieldsProps } from './fields.ts';
import { ProfileSelect } from './profile-select.tsx';

export function RoleFields({ form, change, errorAt, others }: FieldsProps) {
  const t = useTexts('accounts');
  return (
    <SpaceBetween size="m">
      <FormField label={t('field.roleSource')} description={t('field.roleSourceHint')}>
        <RadioGroup
          value={form.roleSource}
          items={[
            { value: 'account', label: t('roleSource.account'), disabled: others.length === 0 },
            { value: 'profile', label: t('roleSource.profile') },
          ]}
          onChange={({ detail }) => change({ roleSource: detail.value as AccountForm['roleSource'] })}
        />
      </FormField>
      {form.roleSource === 'account' ? (
        <SourceAccountField form={form} change={change} errorAt={errorAt} others={others} />
      ) : (
        <ProfileSelect
          label={t('field.roleSourceProfile')}
          description={t('field.profileHint')}
          value={form.roleSourceProfile}
          errorText={errorAt('settings.connection.source.profile')}
          onChoose={({ name }) => change({ roleSourceProfile: name })}
        />
      )}
      <FormField
        label={t('field.roleArn')}
        constraintText="arn:aws:iam::123456789012:role/OfferdeckSeller"
        errorText={errorAt('settings.connection.roleArn')}
      >
        <Input
          value={form.roleArn}
          spellcheck={false}
          onChange={({ detail }) =>
            change({
              roleArn: detail.value,
              awsAccountId: ownerOfRole(detail.value) ?? form.awsAccountId,
            })
          }
        />
      </FormField>
      <FormField
        label={t('field.externalId')}
        description={t('field.externalIdHint')}
        errorText={errorAt('settings.connection.externalId')}
      >
        <Input
          value={form.externalId}
          spellcheck={false}
          autoComplete="off"
          onChange={({ detail }) => change({ externalId: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function SourceAccountField({ form, change, errorAt, others }: FieldsProps) {
  const t = useTexts('accounts');
  const options = others.map((account) => ({
    value: account.key,
    label: account.name,
    labelTag: account.awsAccountId,
    iconSvg: <AccountDot colour={account.colour} />,
  }));
  return (
    <FormField label={t('field.roleSourceAccount')} errorText={errorAt('settings.connection.source.account')}>
      <Select
        selectedOption={options.find(({ value }) => value === form.roleSourceAccount) ?? null}
        placeholder={t('field.choose')}
        options={options}
        onChange={({ detail }) => change({ roleSourceAccount: detail.selectedOption.value ?? '' })}
      />
    </FormField>
  );
}

/** Sign-in by access keys: encrypted by the system, or held for this session only, with the reason why. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useAnyText, useTexts } from '../../i18n/context.tsx';
import type { AccountForm } from './account-form.ts';
import type { SignInFieldsProps } from './sign-in-fields.tsx';

export function KeysFields({ form, change, typedKeys, changeKeys, errorAt, keysMayStay }: SignInFieldsProps) {
  const t = useTexts('accounts');
  const placeholder = keysMayStay ? t('field.keysKept') : '';
  return (
    <SpaceBetween size="m">
      <PersistenceField form={form} change={change} errorText={errorAt('settings.connection.persistence')} />
      <FormField label={t('field.accessKeyId')} errorText={errorAt('keys.accessKeyId') || errorAt('keys')}>
        <Input
          value={typedKeys.accessKeyId}
          placeholder={placeholder}
          autoComplete="off"
          spellcheck={false}
          onChange={({ detail }) => changeKeys({ accessKeyId: detail.value })}
        />
      </FormField>
      <FormField label={t('field.secretAccessKey')} errorText={errorAt('keys.secretAccessKey')}>
        <Input
          type="password"
          value={typedKeys.secretAccessKey}
          placeholder={placeholder}
          autoComplete="off"
          onChange={({ detail }) => changeKeys({ secretAccessKey: detail.value })}
        />
      </FormField>
      <FormField
        label={t('field.sessionToken')}
        description={t('field.sessionTokenHint')}
        errorText={errorAt('keys.sessionToken')}
      >
        <Input
          type="password"
          value={typedKeys.sessionToken}
          autoComplete="off"
          onChange={({ detail }) => changeKeys({ sessionToken: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

interface PersistenceFieldProps {
  readonly form: AccountForm;
  readonly change: (patch: Partial<AccountForm>) => void;
  readonly errorText: string;
}

function PersistenceField({ form, change, errorText }: PersistenceFieldProps) {
  const t = useTexts('accounts');
  const text = useAnyText();
  const encryption = useAppInfo()?.encryption;
  const canEncrypt = encryption?.available ?? false;
  return (
    <SpaceBetween size="s">
      {encryption?.reasonKey && (
        <Alert type="info" header={t('field.cannotStore')}>
          {text(encryption.reasonKey)}
        </Alert>
      )}
      <FormField label={t('field.persistence')} errorText={errorText}>
        <RadioGroup
          value={canEncrypt ? form.persistence : 'session'}
          items={[
            {
              value: 'encrypted',
              label: t('persistence.encrypted'),
              description: t('persistence.encryptedHint'),
              disabled: !canEncrypt,
            },
            { value: 'session', label: t('persistence.session'), description: t('persistence.sessionHint') },
          ]}
          onChange={({ detail }) => change({ persistence: detail.value as AccountForm['persistence'] })}
        />
      </FormField>
    </SpaceBetween>
  );
}

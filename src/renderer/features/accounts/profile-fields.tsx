/** Sign-in by a named AWS profile: single sign-on, role, process or keys, as the AWS configuration says. */
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../i18n/context.tsx';
import type { FieldsProps } from './fields.ts';
import { ProfileSelect } from './profile-select.tsx';
import { useProfiles } from './use-profiles.ts';

export function ProfileFields({ form, change, errorAt }: FieldsProps) {
  const t = useTexts('accounts');
  const { profiles } = useProfiles();
  const profile = profiles.find(({ name }) => name === form.profile);
  return (
    <SpaceBetween size="m">
      <ProfileSelect
        label={t('field.profile')}
        description={t('field.profileHint')}
        value={form.profile}
        errorText={errorAt('settings.connection.profile')}
        onChoose={({ name, awsAccountId }) =>
          change({ profile: name, awsAccountId: awsAccountId ?? form.awsAccountId })
        }
      />
      {profile?.kind === 'sso' && <Alert type="info">{t('profiles.ssoHint')}</Alert>}
      {profile?.needsMfa && <Alert type="info">{t('profiles.mfaHint')}</Alert>}
    </SpaceBetween>
  );
}

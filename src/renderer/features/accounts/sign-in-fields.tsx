/** How Offerdeck signs in to AWS for an account: what stores nothing comes first. */
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { TypedKeys } from './access-keys.ts';
import type { ConnectionKind } from './account-form.ts';
import type { FieldsProps } from './fields.ts';
import { KeysFields } from './keys-fields.tsx';
import { PracticeFields } from './practice-fields.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { RoleFields } from './role-fields.tsx';

export interface SignInFieldsProps extends FieldsProps {
  readonly typedKeys: TypedKeys;
  readonly changeKeys: (patch: Partial<TypedKeys>) => void;
  /** Whether keys are stored already, so that empty fields keep them. */
  readonly keysMayStay: boolean;
}

export function SignInFields(props: SignInFieldsProps) {
  const t = useTexts('accounts');
  const isPractice = useAppInfo()?.mode === 'practice';
  const { form, change, errorAt } = props;
  const kinds: readonly ConnectionKind[] = isPractice
    ? ['practice', 'profile', 'role', 'keys']
    : ['profile', 'role', 'keys'];
  return (
    <SpaceBetween size="l">
      <FormField label={t('field.kind')} errorText={errorAt('settings.connection.kind')} stretch>
        <Tiles
          columns={2}
          value={form.kind}
          ariaLabel={t('field.kind')}
          items={kinds.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}.label`),
            description: t(`kind.${kind}.description`),
          }))}
          onChange={({ detail }) => change({ kind: detail.value as ConnectionKind })}
        />
      </FormField>
      <KindFields {...props} />
    </SpaceBetween>
  );
}

function KindFields(props: SignInFieldsProps) {
  switch (props.form.kind) {
    case 'practice':
      return <PracticeFields {...props} />;
    case 'profile':
      return <ProfileFields {...props} />;
    case 'keys':
      return <KeysFields {...props} />;
    case 'role':
      return <RoleFields {...props} />;
  }
}

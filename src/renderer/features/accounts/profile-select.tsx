/** Chooses a named AWS profile; says where profiles come from when there is none. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AwsProfile } from '../../../shared/contract/accounts.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useProfiles } from './use-profiles.ts';

interface ProfileSelectProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly errorText: string;
  onChoose(profile: AwsProfile): void;
}

export function ProfileSelect({ label, description, value, errorText, onChoose }: ProfileSelectProps) {
  const t = useTexts('accounts');
  const { query, profiles, options } = useProfiles();
  const selected = options.find((option) => option.value === value) ?? (value ? { value, label: value } : null);
  return (
    <SpaceBetween size="s">
      {query.error && <AppErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && profiles.length === 0 && (
        <Alert type="info" header={t('profiles.noneTitle')}>
          {t('profiles.noneBody', { config: query.data.configFile, credentials: query.data.credentialsFile })}
        </Alert>
      )}
      <FormField
        label={label}
        description={description}
        errorText={errorText}
        secondaryControl={
          <Button
            iconName="refresh"
            ariaLabel={t('profiles.refresh')}
            loading={query.isFetching}
            onClick={() => void query.refetch()}
          />
        }
      >
        <Select
          selectedOption={selected}
          placeholder={t('field.choose')}
          filteringType="auto"
          filteringAriaLabel={t('profiles.filter')}
          filteringPlaceholder={t('profiles.filter')}
          statusType={query.isPending ? 'loading' : 'finished'}
          empty={t('profiles.noneTitle')}
          noMatch={t('profiles.noMatch')}
          options={options}
          triggerVariant="option"
          onChange={({ detail }) => {
            const profile = profiles.find(({ name }) => name === detail.selectedOption.value);
            if (profile) onChoose(profile);
          }}
        />
      </FormField>
    </SpaceBetween>
  );
}

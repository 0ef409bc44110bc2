/** How long recorded calls are kept. */
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { featureKey } from '../../bridge/query-keys.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useTexts } from '../../i18n/context.tsx';

const FOR_GOOD = 'forever';
const DAYS = [10, 30, 90, 365] as const;

export function RecordsPanel() {
  const t = useTexts('settings');
  const queries = useQueryClient();
  const { data, error, refetch } = useCallQuery('app.preferences.get', {});
  const set = useCallMutation('app.preferences.set');
  const toOption = (days: number | null) => ({
    value: days === null ? FOR_GOOD : String(days),
    label: days === null ? t('records.forGood') : t('records.days', { count: days }),
  });
  const days = data?.callRetentionDays ?? null;
  const options = [...new Set([...DAYS, days])].map(toOption);
  return (
    <Container header={<Header variant="h2">{t('records.title')}</Header>}>
      <SpaceBetween size="m">
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {set.error && <AppErrorView error={set.error} />}
        {!data && !error && <PageLoading />}
        {data && (
          <FormField label={t('records.label')} description={t('records.says')}>
            <Select
              selectedOption={toOption(days)}
              options={days === null ? options : [...options, toOption(null)]}
              disabled={set.isPending}
              onChange={({ detail }) => {
                const { value } = detail.selectedOption;
                const callRetentionDays = value === FOR_GOOD ? null : Number(value);
                set.mutate(
                  { callRetentionDays },
                  { onSuccess: () => void queries.invalidateQueries({ queryKey: featureKey('app') }) },
                );
              }}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}

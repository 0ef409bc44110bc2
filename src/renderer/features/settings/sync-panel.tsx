/** How often the copies are read again by themselves. */
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { featureKey } from '../../bridge/query-keys.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';

const BY_HAND = 'by-hand';
const MINUTES = [15, 30, 60, 240, 1440] as const;

export function SyncPanel() {
  const t = useTexts('settings');
  const queries = useQueryClient();
  const { data, error, refetch } = useCallQuery('app.preferences.get', {});
  const set = useCallMutation('app.preferences.set');
  const toOption = (minutes: number | null) => ({
    value: minutes === null ? BY_HAND : String(minutes),
    label: minutes === null ? t('sync.byHand') : t('sync.minutes', { count: minutes }),
  });
  const minutes = data?.syncEveryMinutes ?? null;
  const options = [...new Set<number | null>([null, ...MINUTES, minutes])].map(toOption);
  return (
    <Container header={<Header variant="h2">{t('sync.title')}</Header>}>
      <SpaceBetween size="m">
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {set.error && <AppErrorView error={set.error} />}
        <FormField label={t('sync.label')} description={t('sync.says')}>
          <Select
            selectedOption={data ? toOption(minutes) : null}
            options={options}
            disabled={!data || set.isPending}
            onChange={({ detail }) => {
              const { value } = detail.selectedOption;
              set.mutate(
                { syncEveryMinutes: value === BY_HAND ? null : Number(value) },
                { onSuccess: () => void queries.invalidateQueries({ queryKey: featureKey('app') }) },
              );
            }}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}

/** How many days notifications are kept; outside 10 to 90 it says what that means. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { callKey } from '../../../bridge/query-keys.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';

const USUAL = { from: 10, to: 90 };
const MOST = 3650;

export function RetentionField() {
  const { data } = useCallQuery('app.preferences.get', {});
  return data ? <DaysInput key="days" kept={data.notificationDays} /> : null;
}

function DaysInput({ kept }: { kept: number | null }) {
  const t = useTexts('inbox');
  const queries = useQueryClient();
  const save = useCallMutation('app.preferences.set');
  const [typed, setTyped] = useState(kept === null ? '' : String(kept));
  const days = typed.trim() === '' ? null : Number(typed);
  const isWrong = days !== null && (!Number.isInteger(days) || days < 1 || days > MOST);
  const isUnusual = days !== null && !isWrong && (days < USUAL.from || days > USUAL.to);
  return (
    <SpaceBetween size="s">
      <FormField
        label={t('settings.days')}
        description={t('settings.daysHint')}
        errorText={isWrong ? t('settings.daysWrong') : ''}
      >
        <Input
          value={typed}
          inputMode="numeric"
          onChange={({ detail }) => setTyped(detail.value)}
          onBlur={() => {
            if (isWrong || days === kept) return;
            save.mutate(
              { notificationDays: days },
              { onSuccess: (all) => queries.setQueryData(callKey('app.preferences.get', {}), all) },
            );
          }}
        />
      </FormField>
      {isUnusual && <Alert type="warning">{t('settings.daysUnusual', USUAL)}</Alert>}
      {save.error && <AppErrorView error={save.error} />}
    </SpaceBetween>
  );
}

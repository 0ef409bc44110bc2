/** The named AWS profiles of this machine, as options to choose from. */
import type { SelectProps } from '@cloudscape-design/components/select';
import { useMemo } from 'react';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function useProfiles() {
  const t = useTexts('accounts');
  // Profiles change outside of Offerdeck: read them anew whenever somebody is about to choose.
  const query = useCallQuery('accounts.profiles', {}, { staleTime: 0 });
  const profiles = useMemo(() => query.data?.profiles ?? [], [query.data]);
  const options = useMemo(
    () =>
      profiles.map(({ name, kind, awsAccountId, needsMfa, region }): SelectProps.Option => ({
        value: name,
        label: name,
        description: [t(`profileKind.${kind}`), region ?? '', needsMfa ? t('profileKind.mfa') : '']
          .filter(Boolean)
          .join(' · '),
        ...(awsAccountId ? { labelTag: awsAccountId } : {}),
      })),
    [profiles, t],
  );
  return { query, profiles, options };
}

/** Says which entities a sync could not read, and why, while the list shows the rest. */
import Alert from '@cloudscape-design/components/alert';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useCallQuery } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';
import { useActiveAccount } from '../stores/active-account.ts';
import { useAccounts } from './use-accounts.ts';
import type { SyncedFeature } from './sync-button.tsx';

export function ReadProblems({ feature }: { feature: SyncedFeature }) {
  const t = useTexts(feature);
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const { data } = useCallQuery(`${feature}.syncProblems`, { account });
  const problems = data?.problems ?? [];
  if (problems.length === 0) return null;
  const nameOf = (key: string) => accounts.find((each) => each.key === key)?.name ?? key;
  return (
    <Alert type="warning" header={t('problems.title', { count: problems.length })}>
      <ExpandableSection headerText={t('problems.which')}>
        <ul className="plain-list">
          {problems.map((problem) => (
            <li key={`${problem.account} ${problem.entityId}`}>
              {nameOf(problem.account)}: {problem.entityId} ({problem.code}) {problem.message}
            </li>
          ))}
        </ul>
      </ExpandableSection>
    </Alert>
  );
}

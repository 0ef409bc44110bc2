/** The IAM policy that the account's credentials need, to copy. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '../../../shared/domain/account/account.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function PolicyPanel({ account }: { account: Account }) {
  const t = useTexts('accounts');
  const common = useTexts('common');
  const { data, error, refetch } = useCallQuery('accounts.policy', { account: account.key });
  return (
    <ExpandableSection
      variant="container"
      headerText={t('policy.title')}
      headerDescription={t('policy.description')}
      headerActions={
        data && (
          <CopyToClipboard
            copyButtonText={t('policy.copy')}
            textToCopy={data.json}
            copySuccessText={common('copied')}
            copyErrorText={common('copyFailed')}
          />
        )
      }
    >
      <SpaceBetween size="s">
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {data && (
          <Box variant="code">
            <pre className="policy-text" tabIndex={0} aria-label={t('policy.title')}>
              {data.json}
            </pre>
          </Box>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}

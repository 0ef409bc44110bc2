/** The IAM policy that the account's credentials need for the features that are ticked, to copy. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import {
  FEATURE_ACTIONS,
  PERMISSION_FEATURES,
  plainAction,
  type PermissionFeature,
} from '../../../shared/domain/account/permissions.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';

interface PolicyPanelProps {
  readonly account: Account;
  /** An action that somebody came for: the panel is open then. */
  readonly missing: string | null;
}

export function PolicyPanel({ account, missing }: PolicyPanelProps) {
  const t = useTexts('accounts');
  const common = useTexts('common');
  const [features, setFeatures] = useState<PermissionFeature[] | null>(null);
  const [expanded, setExpanded] = useState(missing !== null);
  const { data, error, refetch } = useCallQuery(
    'accounts.policy',
    { account: account.key, features },
    { keepPrevious: true },
  );
  return (
    <ExpandableSection
      variant="container"
      expanded={expanded}
      onChange={({ detail }) => setExpanded(detail.expanded)}
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
        {data && <FeatureSelect chosen={data.features} missing={missing} onChange={setFeatures} />}
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

interface FeatureSelectProps {
  readonly chosen: readonly PermissionFeature[];
  readonly missing: string | null;
  onChange(features: PermissionFeature[]): void;
}

function FeatureSelect({ chosen, missing, onChange }: FeatureSelectProps) {
  const t = useTexts('accounts');
  const options = PERMISSION_FEATURES.map((feature) => ({
    value: feature,
    label: t(`policy.feature.${feature}`),
    description: FEATURE_ACTIONS[feature].join(', '),
    // What somebody came for stands out in the list.
    ...(missing && FEATURE_ACTIONS[feature].includes(plainAction(missing)) ? { labelTag: t('policy.missing') } : {}),
  }));
  return (
    <FormField label={t('policy.features')} description={t('policy.featuresHint')} stretch>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => chosen.includes(value))}
        placeholder={t('policy.noFeature')}
        deselectAriaLabel={({ label }) => t('policy.leaveOut', { feature: label ?? '' })}
        onChange={({ detail }) => {
          const values = detail.selectedOptions.map(({ value }) => value);
          onChange(PERMISSION_FEATURES.filter((feature) => values.includes(feature)));
        }}
      />
    </FormField>
  );
}

/** How the opportunity is shared with AWS: what AWS is asked for, and who sees it there. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { INVOLVEMENTS, VISIBILITIES, type PicklistName } from '../../../../shared/domain/opportunity/picklists.ts';
import { getAt } from '../../../../shared/domain/opportunity/record.ts';
import { isShared } from '../../../../shared/domain/opportunity/stage.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { OpportunityField } from './field.tsx';
import { KnownField } from './known-field.tsx';
import { usePickText } from './use-pick-text.ts';

const CHOICES: readonly { path: string; list: PicklistName; values: readonly string[] }[] = [
  { path: 'sharing.involvement', list: 'involvement', values: INVOLVEMENTS },
  { path: 'sharing.visibility', list: 'visibility', values: VISIBILITIES },
];

export function Sharing() {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { draft } = useOpportunity();
  const shared = isShared(draft);
  return (
    <SpaceBetween size="l">
      {shared && (
        <KeyValuePairs
          columns={2}
          items={CHOICES.map(({ path, list }) => ({
            label: t(`field.${path}`),
            value: pick(list, String(getAt(draft, path) ?? '')) || t('none'),
          }))}
        />
      )}
      {CHOICES.filter(() => !shared).map(({ path, list, values }) => (
        <OpportunityField key={path} path={path}>
          {({ value, disabled, set }) => (
            <RadioGroup
              value={typeof value === 'string' ? value : ''}
              items={values.map((one) => ({
                value: one,
                label: pick(list, one),
                description: t(`about.${list}.${one}`),
                disabled,
              }))}
              onChange={({ detail }) => set(detail.value)}
            />
          )}
        </OpportunityField>
      ))}
      <KnownField path="primaryNeedsFromAws" stretch />
    </SpaceBetween>
  );
}

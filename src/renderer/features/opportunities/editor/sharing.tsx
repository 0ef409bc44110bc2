/** How the opportunity is shared with AWS: what AWS is asked for, and who sees it there. */
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { INVOLVEMENTS, VISIBILITIES, type PicklistName } from '../../../../shared/domain/opportunity/picklists.ts';
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
      {CHOICES.map(({ path, list, values }) => (
        <OpportunityField key={path} path={path}>
          {({ value, disabled, set }) => (
            <RadioGroup
              value={typeof value === 'string' ? value : ''}
              items={values.map((one) => ({
                value: one,
                label: pick(list, one),
                description: t(`about.${list}.${one}`),
                disabled: disabled || shared,
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

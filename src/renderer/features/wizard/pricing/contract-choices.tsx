/** Which durations the buyer may choose from, and whether units or one tier are bought. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { DurationField } from '../service/duration-field.tsx';

/** AWS takes this many durations in one offer. */
const MOST_DURATIONS = 5;

export function ContractChoices() {
  const t = useTexts('wizard');
  const { draft } = useEditor();
  if (draft.kind === null) return null;
  const { fixedContractDuration, selections } = OFFER_KIND_FACTS[draft.kind];
  const hasDurations = fixedContractDuration === null;
  if (!hasDurations && selections.length < 2) return null;
  return (
    <Container header={<Header variant="h2">{t('pricing.choicesTitle')}</Header>}>
      <SpaceBetween size="l">
        {selections.length > 1 && <SelectionField />}
        {hasDurations && <Durations />}
      </SpaceBetween>
    </Container>
  );
}

function SelectionField() {
  const t = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  return (
    <DraftField path="contract.selection" label={t('selection.label')}>
      {() => (
        <RadioGroup
          value={draft.contract.selection}
          items={(['units', 'tiers'] as const).map((value) => ({
            value,
            label: t(`selection.${value}.label`),
            description: t(`selection.${value}.description`),
          }))}
          onChange={({ detail }) =>
            dispatch({ type: 'selection.set', selection: detail.value === 'tiers' ? 'tiers' : 'units' })
          }
        />
      )}
    </DraftField>
  );
}

function Durations() {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, dispatch } = useEditor();
  if (draft.kind === null) return null;
  const { contractDurationUnit, maxLength } = OFFER_KIND_FACTS[draft.kind];
  const { rateCards } = draft.contract;
  return (
    <SpaceBetween size="m">
      {rateCards.map(({ duration }, index) => (
        <SpaceBetween key={index} direction="horizontal" size="m" alignItems="end">
          <DurationField
            path={`contract.rateCards.${index}.duration`}
            label={t('pricing.duration', { number: index + 1 })}
            constraintText={index === 0 ? t('service.duration.constraint', { max: format.duration(maxLength) }) : null}
            unit={contractDurationUnit}
            value={duration}
            onChange={(value) => dispatch({ type: 'rateCard.duration', index, duration: value })}
          />
          <Button
            iconName="remove"
            disabled={rateCards.length === 1}
            ariaLabel={t('pricing.removeDurationNamed', { number: index + 1 })}
            onClick={() => dispatch({ type: 'rateCard.remove', index })}
          >
            {t('pricing.removeDuration')}
          </Button>
        </SpaceBetween>
      ))}
      <Button
        iconName="add-plus"
        disabled={rateCards.length >= MOST_DURATIONS}
        onClick={() => dispatch({ type: 'rateCard.add', duration: '' })}
      >
        {t('pricing.addDuration')}
      </Button>
    </SpaceBetween>
  );
}

/** Step: how long the buyer is served, counted from acceptance or between fixed dates. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { addDuration, isDuration } from '../../../../shared/domain/dates/duration.ts';
import { isPlainDate } from '../../../../shared/domain/dates/plain-date.ts';
import {
  OFFER_KIND_FACTS,
  paysInInstallments,
  serviceModesFor,
  type ServiceMode,
} from '../../../../shared/domain/offer/kinds.ts';
import { replacementOf } from '../../../../shared/domain/offer/replaced-agreement.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { NeedsProduct } from '../editor/needs-product.tsx';
import { DateField } from '../service/date-field.tsx';
import { DurationField } from '../service/duration-field.tsx';
import { ServiceDates } from '../service/service-dates.tsx';

export function ServiceStep() {
  const { draft } = useEditor();
  if (draft.kind === null) return <NeedsProduct />;
  return (
    <Container>
      <SpaceBetween size="l">
        <ModeField />
        <ServiceDuration />
        <ServiceDates />
        <ServiceEnd />
      </SpaceBetween>
    </Container>
  );
}

function ModeField() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  if (draft.kind === null) return null;
  const replaces = replacementOf(draft) !== null;
  // An amendment says on which day the agreement ends, and nothing else.
  const fitting = replaces ? (['end-date'] as const) : serviceModesFor(draft.kind, paysInInstallments(draft));
  // An imported offer may count in a way that the kind does not offer.
  const modes: readonly ServiceMode[] = fitting.some((mode) => mode === draft.service.mode)
    ? fitting
    : [...fitting, draft.service.mode];
  if (modes.length === 1 && modes[0] === 'buyer-choice') return <Alert>{t('service.buyerChoiceOnly')}</Alert>;
  if (modes.length === 1) return null;
  return (
    <DraftField path="service" label={t('service.label')}>
      {() => (
        <RadioGroup
          value={draft.service.mode}
          items={modes.map((mode) => ({
            value: mode,
            label: t(`service.mode.${mode}.label`),
            description: t(`service.mode.${mode}.description`),
          }))}
          onChange={({ detail }) => {
            const mode = modes.find((candidate) => candidate === detail.value);
            if (mode) dispatch({ type: 'service.mode', mode });
            touch('service');
          }}
        />
      )}
    </DraftField>
  );
}

function ServiceDuration() {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, today, dispatch } = useEditor();
  const { service, kind, availabilityEndDate } = draft;
  if (service.mode !== 'duration' || kind === null) return null;
  const facts = OFFER_KIND_FACTS[kind];
  const { duration } = service;
  const soonest = isDuration(duration) ? addDuration(today, duration) : null;
  const latest =
    isDuration(duration) && isPlainDate(availabilityEndDate) ? addDuration(availabilityEndDate, duration) : null;
  return (
    <SpaceBetween size="s">
      <DurationField
        path="service.duration"
        label={t('service.duration.label')}
        description={t('service.duration.description')}
        constraintText={t('service.duration.constraint', { max: format.duration(facts.maxLength) })}
        unit={facts.serviceDurationUnit}
        value={duration}
        onChange={(value) => dispatch({ type: 'service.duration', duration: value })}
      />
      {soonest && latest && (
        <Alert>{t('service.duration.ends', { soonest: format.date(soonest), latest: format.date(latest) })}</Alert>
      )}
    </SpaceBetween>
  );
}

function ServiceEnd() {
  const t = useTexts('wizard');
  const { draft, today, dispatch } = useEditor();
  if (draft.service.mode !== 'end-date') return null;
  return (
    <DateField
      path="service.endDate"
      label={t('service.endDate.label')}
      value={draft.service.endDate}
      isSensible={(date) => date > today}
      onChange={(date) => dispatch({ type: 'service.endDate', date })}
    />
  );
}

/** Step: how long and how often the partner may use it, and what the partner may grant to buyers. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { VALIDITY_KINDS } from '../../../../shared/domain/authorization/draft.ts';
import { NET_PAYMENT_PERIODS } from '../../../../shared/domain/authorization/preflight/term-rules.ts';
import { addDays, addMonths } from '../../../../shared/domain/dates/plain-date.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { DraftField } from '../../wizard/editor/draft-field.tsx';
import { DateField } from '../../wizard/service/date-field.tsx';
import { RenewalField } from '../../wizard/terms/renewal-field.tsx';
import { useAuthorization } from './context.ts';

const USUAL_DAYS = [30, 90, 180, 365] as const;
/** AWS's bound for future dated agreements. */
const MONTHS_AHEAD = 36;

export function ValidityStep() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { draft } = useAuthorization();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('section.validity')}</Header>}>
        <SpaceBetween size="l">
          <ValidityField />
          {draft.validity !== 'no-set-duration' && <EndField />}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{t('section.limits')}</Header>}>
        <SpaceBetween size="l">
          {(draft.product?.type === 'SaaSProduct' || draft.latestStartDate !== '') && <LatestStartField />}
          <NetPaymentField />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{wizard('section.renewal')}</Header>}>
        <RenewalField />
      </Container>
    </SpaceBetween>
  );
}

function ValidityField() {
  const t = useTexts('authorizations');
  const { touch } = useEditor();
  const { draft, dispatch } = useAuthorization();
  return (
    <DraftField path="validity" label={t('validity.label')}>
      {() => (
        <RadioGroup
          value={draft.validity}
          items={VALIDITY_KINDS.map((value) => ({
            value,
            label: t(`validity.${value}.label`),
            description: t(`validity.${value}.description`),
          }))}
          onChange={({ detail }) => {
            const validity = VALIDITY_KINDS.find((kind) => kind === detail.value);
            if (validity) dispatch({ type: 'validity.choose', validity });
            touch('validity');
          }}
        />
      )}
    </DraftField>
  );
}

function EndField() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const format = useFormat();
  const { today, dispatch, touch } = useEditor();
  const { draft } = useAuthorization();
  const set = (value: string) => dispatch({ type: 'text.set', field: 'availabilityEndDate', value });
  return (
    <SpaceBetween size="s">
      <DateField
        path="availabilityEndDate"
        label={t('end.label')}
        description={t(draft.installments.enabled ? 'end.withSchedule' : 'end.description')}
        value={draft.availabilityEndDate}
        isSensible={(date) => date > today}
        onChange={set}
      />
      <SpaceBetween direction="horizontal" size="s">
        <Box color="text-body-secondary">{wizard('expiry.openFor')}</Box>
        {USUAL_DAYS.map((days) => (
          <Button
            key={days}
            variant="inline-link"
            onClick={() => {
              set(addDays(today, days));
              touch('availabilityEndDate');
            }}
          >
            {format.duration(`P${days}D`)}
          </Button>
        ))}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function LatestStartField() {
  const t = useTexts('authorizations');
  const { today } = useEditor();
  const { draft, dispatch } = useAuthorization();
  const latest = addMonths(today, MONTHS_AHEAD);
  return (
    <DateField
      path="latestStartDate"
      label={t('latestStart.label')}
      description={t('latestStart.description')}
      value={draft.latestStartDate}
      isSensible={(date) => date > today && date <= latest}
      onChange={(date) => dispatch({ type: 'latestStart.set', date })}
    />
  );
}

function NetPaymentField() {
  const t = useTexts('authorizations');
  const format = useFormat();
  const { touch } = useEditor();
  const { draft, dispatch } = useAuthorization();
  const options = [
    { value: '', label: t('netPayment.none') },
    ...NET_PAYMENT_PERIODS.map((value) => ({ value, label: format.duration(value) })),
  ];
  return (
    <DraftField path="netPayment" label={t('netPayment.label')} description={t('netPayment.description')}>
      {({ invalid }) => (
        <Select
          selectedOption={options.find(({ value }) => value === draft.netPayment) ?? { value: draft.netPayment }}
          options={options}
          invalid={invalid}
          onChange={({ detail }) => {
            dispatch({ type: 'netPayment.set', period: detail.selectedOption.value ?? '' });
            touch('netPayment');
          }}
        />
      )}
    </DraftField>
  );
}

/** Step: until when the buyer can accept, and whether the offer renews an earlier one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { addDays, isPlainDate } from '../../../../shared/domain/dates/plain-date.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DateField } from '../service/date-field.tsx';
import { RenewalField } from '../terms/renewal-field.tsx';

const USUAL_DAYS = [14, 30, 60, 90] as const;

export function ExpiryStep() {
  const t = useTexts('wizard');
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('section.expiry')}</Header>}>
        <ExpiryField />
      </Container>
      <Container header={<Header variant="h2">{t('section.renewal')}</Header>}>
        <RenewalField />
      </Container>
    </SpaceBetween>
  );
}

function ExpiryField() {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, today, dispatch, touch } = useEditor();
  const { availabilityEndDate } = draft;
  const set = (date: string) => dispatch({ type: 'text.set', field: 'availabilityEndDate', value: date });
  return (
    <SpaceBetween size="s">
      <DateField
        path="availabilityEndDate"
        label={t('expiry.label')}
        description={t('expiry.description')}
        value={availabilityEndDate}
        isSensible={(date) => date >= today}
        onChange={set}
      />
      <SpaceBetween direction="horizontal" size="s">
        <Box color="text-body-secondary">{t('expiry.openFor')}</Box>
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
      {isPlainDate(availabilityEndDate) && (
        <Box>{t('expiry.instant', { instant: format.instant(`${availabilityEndDate}T23:59:59Z`) })}</Box>
      )}
    </SpaceBetween>
  );
}

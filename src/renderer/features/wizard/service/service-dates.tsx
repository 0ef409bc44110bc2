/** Fixed first and last day of service: a future dated agreement. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lastDayOf } from '../../../../shared/domain/dates/duration.ts';
import { addMonths, isPlainDate } from '../../../../shared/domain/dates/plain-date.ts';
import { durationOfSpan } from '../../../../shared/domain/offer/wizard/span.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DateField } from './date-field.tsx';

const USUAL_LENGTHS = ['P12M', 'P24M', 'P36M'] as const;
/** AWS's bound for future dated agreements. */
const YEARS_AHEAD = 3;

export function ServiceDates() {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, today, dispatch } = useEditor();
  const { service, availabilityEndDate } = draft;
  if (service.mode !== 'dates') return null;
  const { startDate, endDate } = service;
  const earliest = isPlainDate(availabilityEndDate) && availabilityEndDate > today ? availabilityEndDate : today;
  const latest = addMonths(today, YEARS_AHEAD * 12);
  const span = isPlainDate(startDate) && isPlainDate(endDate) ? durationOfSpan(startDate, endDate) : null;
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <DateField
          path="service.startDate"
          label={t('service.startDate.label')}
          description={t('service.startDate.description')}
          value={startDate}
          isSensible={(date) => date > earliest && date <= latest}
          onChange={(date) => dispatch({ type: 'service.startDate', date })}
        />
        <DateField
          path="service.endDate"
          label={t('service.endDate.label')}
          description={t('service.endDate.description')}
          value={endDate}
          isSensible={(date) => date > startDate}
          onChange={(date) => dispatch({ type: 'service.endDate', date })}
        />
      </ColumnLayout>
      {isPlainDate(startDate) && (
        <SpaceBetween direction="horizontal" size="s">
          <Box color="text-body-secondary">{t('service.lastFor')}</Box>
          {USUAL_LENGTHS.map((length) => (
            <Button
              key={length}
              variant="inline-link"
              onClick={() => dispatch({ type: 'service.endDate', date: lastDayOf(startDate, length) })}
            >
              {format.duration(length)}
            </Button>
          ))}
        </SpaceBetween>
      )}
      {span !== null && <Box>{t('service.span', { duration: format.duration(span) })}</Box>}
    </SpaceBetween>
  );
}

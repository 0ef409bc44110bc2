/** The schedule utility: total, frequency and dates in, a schedule out that adds up to the last coin. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Installment, ScheduleForm } from '../../../../shared/domain/offer/draft.ts';
import { scheduleFormOf, toScheduleRequest } from '../../../../shared/domain/offer/wizard/schedule-form.ts';
import { generateSchedule } from '../../../../shared/domain/payment-schedule/generate.ts';
import type { FieldError } from '../../../../shared/errors/app-error.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { focusPath } from '../editor/focus-path.ts';
import { GeneratorFields } from './generator-fields.tsx';
import { ReplacedRows } from './replaced-rows.tsx';

export function ScheduleGenerator() {
  const t = useTexts('schedule');
  const { draft, today, dispatch, touch } = useEditor();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [replaced, setReplaced] = useState<readonly Installment[]>([]);
  const form = scheduleFormOf(draft, today);

  function generate(): void {
    const made = generateSchedule(toScheduleRequest(form, draft.currency));
    setErrors(made.ok ? [] : made.errors);
    if (made.ok) {
      setReplaced(draft.installments.schedule);
      dispatch({ type: 'schedule.form', form });
      dispatch({ type: 'schedule.replace', rows: made.schedule });
      // What AWS will refuse about the new rows is said at once.
      touch('schedule');
    } else if (made.errors[0]) focusPath(`schedule-form.${made.errors[0].path}`);
  }

  return (
    <Container
      header={
        <Header variant="h2" description={t('generator.description')}>
          {t('generator.title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <GeneratorFields
          form={form}
          errors={errors}
          onChange={(patch: Partial<ScheduleForm>) => {
            setErrors([]);
            dispatch({ type: 'schedule.form', form: { ...form, ...patch } });
          }}
        />
        <Button onClick={generate}>{t('generator.generate')}</Button>
        <ReplacedRows
          rows={replaced}
          onUndo={() => {
            dispatch({ type: 'schedule.replace', rows: replaced });
            setReplaced([]);
          }}
        />
      </SpaceBetween>
    </Container>
  );
}

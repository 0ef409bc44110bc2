/** Pastes lines of date and amount; says which lines cannot be read before anything is replaced. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { sumAmounts } from '../../../../shared/domain/money/amount.ts';
import { parseScheduleText, type ParsedScheduleText } from '../../../../shared/domain/payment-schedule/table.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

/** More would bury the first one. */
const SHOWN_ERRORS = 5;

export function PasteScheduleDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('schedule');
  const { draft, dispatch, touch } = useEditor();
  const existing = draft.installments.schedule;
  const [text, setText] = useState('');
  const [place, setPlace] = useState<'replace' | 'append'>('replace');
  const [tried, setTried] = useState(false);
  const parsed = parseScheduleText(text, draft.currency);
  const errorText = useLineErrors(parsed);
  return (
    <ConfirmDialog
      title={t('paste.title')}
      confirmText={t('paste.apply', { count: parsed.rows.length })}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (parsed.errors.length > 0) return;
        dispatch({ type: 'schedule.replace', rows: place === 'append' ? [...existing, ...parsed.rows] : parsed.rows });
        touch('schedule');
        onClose();
      }}
    >
      <SpaceBetween size="m">
        <FormField
          label={t('paste.label')}
          description={t('paste.description')}
          errorText={tried || text.trim() !== '' ? errorText : null}
          stretch
        >
          <Textarea
            value={text}
            rows={10}
            placeholder={'2027-01-31\t1000.00\n2027-02-28\t1000.00'}
            invalid={(tried || text.trim() !== '') && parsed.errors.length > 0}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
        <Found parsed={parsed} />
        {existing.length > 0 && (
          <FormField label={t('paste.place')}>
            <RadioGroup
              value={place}
              items={[
                { value: 'replace', label: t('paste.replace', { count: existing.length }) },
                { value: 'append', label: t('paste.append') },
              ]}
              onChange={({ detail }) => setPlace(detail.value === 'append' ? 'append' : 'replace')}
            />
          </FormField>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}

function Found({ parsed: { rows } }: { parsed: ParsedScheduleText }) {
  const t = useTexts('schedule');
  const format = useFormat();
  const { draft } = useEditor();
  if (rows.length === 0) return null;
  const sum = format.money(sumAmounts(rows.map(({ amount }) => amount)), draft.currency);
  return <Box>{t('paste.found', { count: rows.length, sum })}</Box>;
}

function useLineErrors({ errors }: ParsedScheduleText) {
  const t = useTexts('schedule');
  const text = useAnyText();
  if (errors.length === 0) return null;
  return (
    <>
      {errors.slice(0, SHOWN_ERRORS).map((error) => (
        <div key={`${error.line} ${error.messageKey}`}>{text(error.messageKey, error.params)}</div>
      ))}
      {errors.length > SHOWN_ERRORS && <div>{t('paste.moreErrors', { count: errors.length - SHOWN_ERRORS })}</div>}
    </>
  );
}

/** The other direction: what one side wants, and which markup or discount leads there. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { FeeTable } from '../../../shared/domain/margin/fees.ts';
import { solveMargin, type Deal, type Goal } from '../../../shared/domain/margin/margin.ts';
import { parseAmount } from '../../../shared/domain/money/amount.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { MarginField } from './margin-form.ts';

const GOALS: readonly Goal['kind'][] = ['partner-percent', 'retail', 'isv-amount'];

interface GoalPanelProps {
  readonly deal: Deal;
  readonly fees: FeeTable;
  onFound(found: Partial<Record<MarginField, string>>): void;
}

export function GoalPanel({ deal, fees, onFound }: GoalPanelProps) {
  const t = useTexts('margin');
  const [kind, setKind] = useState<Goal['kind']>('partner-percent');
  const [value, setValue] = useState('');
  const [asked, setAsked] = useState<'found' | 'none' | 'unreadable' | null>(null);
  const solve = () => {
    const parsed = parseAmount(value, { decimals: 4, max: '1000000000' });
    if (!parsed.ok) return setAsked('unreadable');
    const found = solveMargin(deal, { kind, value: parsed.amount }, fees);
    setAsked(found ? 'found' : 'none');
    if (found) onFound({ [found.field]: found.percent });
  };
  return (
    <Container header={<Header variant="h2">{t('goal.title')}</Header>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          solve();
        }}
      >
        <SpaceBetween size="m">
          <FormField label={t('goal.what')}>
            <Select
              selectedOption={{ value: kind, label: t(`goal.kind.${kind}`) }}
              options={GOALS.map((each) => ({ value: each, label: t(`goal.kind.${each}`) }))}
              onChange={({ detail }) => {
                setKind(GOALS.find((each) => each === detail.selectedOption.value) ?? 'partner-percent');
                setAsked(null);
              }}
            />
          </FormField>
          <FormField label={t(`goal.value.${kind}`)} errorText={asked === 'unreadable' ? t('problem.amount') : ''}>
            <Input
              value={value}
              inputMode="decimal"
              onChange={({ detail }) => {
                setValue(detail.value);
                setAsked(null);
              }}
            />
          </FormField>
          <Button>{t('goal.solve')}</Button>
          {asked === 'none' && <Alert type="warning">{t('goal.none')}</Alert>}
          {asked === 'found' && (
            <Alert type="success">{t(kind === 'isv-amount' ? 'goal.foundDiscount' : 'goal.foundMarkup')}</Alert>
          )}
        </SpaceBetween>
      </form>
    </Container>
  );
}

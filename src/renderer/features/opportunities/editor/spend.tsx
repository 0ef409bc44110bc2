/** What the customer is expected to spend: a month with AWS, or the whole contract. */
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ExpectedSpend } from '../../../../shared/domain/opportunity/draft.ts';
import { lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import { PICKLISTS } from '../../../../shared/domain/opportunity/picklists.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { OptionControl, TextControl } from './controls.tsx';
import { FindingsOf, OpportunityField } from './field.tsx';

const PATH = 'project.expectedCustomerSpend';

export function Spend() {
  const t = useTexts('opportunity-editor');
  const { draft, standing, dispatch } = useOpportunity();
  const { expectedCustomerSpend: entries, awsPartition } = draft.project;
  const isLocked = lockOf(`${PATH}.0.targetCompany`, standing) !== null;
  const currencyCode = awsPartition === 'aws-eusc' ? 'EUR' : 'USD';
  const add = (targetCompany: string, frequency: string) => {
    const entry: ExpectedSpend = { amount: '', currencyCode, frequency, targetCompany, estimationUrl: '' };
    dispatch({ type: 'entry.add', path: PATH, entry });
  };
  return (
    <SpaceBetween size="m">
      <div data-path={PATH}>
        <FindingsOf path={PATH} />
      </div>
      {entries.map((entry, index) => (
        <SpaceBetween key={index} size="xs">
          <Entry index={index} entry={entry} />
          {entries.length > 1 && !isLocked && (
            <Button
              iconName="remove"
              variant="inline-link"
              onClick={() => dispatch({ type: 'entry.remove', path: PATH, index })}
            >
              {t('spend.remove', { number: index + 1 })}
            </Button>
          )}
        </SpaceBetween>
      ))}
      <SpaceBetween direction="horizontal" size="s">
        {!isLocked && !entries.some(({ targetCompany }) => targetCompany === 'AWS') && (
          <Button onClick={() => add('AWS', 'Monthly')}>{t('spend.addMonthly')}</Button>
        )}
        {!isLocked && !entries.some(({ targetCompany }) => targetCompany === 'Self') && (
          <Button onClick={() => add('Self', 'None')}>{t('spend.addContract')}</Button>
        )}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function Entry({ index, entry }: { index: number; entry: ExpectedSpend }) {
  const t = useTexts('opportunity-editor');
  const { dispatch } = useOpportunity();
  const at = `${PATH}.${index}`;
  const isContract = entry.targetCompany === 'Self';
  const targets = ['AWS', 'Self'].map((value) => ({ value, label: t(`spend.target.${value}`) }));
  return (
    <ColumnLayout columns={4} minColumnWidth={180}>
      <OpportunityField path={`${at}.targetCompany`} labelKey="spend.targetCompany">
        {(control) => (
          <OptionControl
            {...control}
            required
            options={targets}
            set={(value) => {
              control.set(value);
              dispatch({ type: 'set', path: `${at}.frequency`, value: value === 'Self' ? 'None' : 'Monthly' });
            }}
          />
        )}
      </OpportunityField>
      <OpportunityField path={`${at}.amount`} labelKey={isContract ? 'spend.contractAmount' : 'spend.monthlyAmount'}>
        {(control) => <TextControl {...control} />}
      </OpportunityField>
      <OpportunityField path={`${at}.currencyCode`} labelKey="spend.currencyCode">
        {(control) => (
          <OptionControl
            {...control}
            required
            options={PICKLISTS.spendCurrency.map((value) => ({ value, label: value }))}
          />
        )}
      </OpportunityField>
      {!isContract && (
        <OpportunityField path={`${at}.estimationUrl`} labelKey="spend.estimationUrl" description={t('about.estimate')}>
          {(control) => <TextControl {...control} />}
        </OpportunityField>
      )}
    </ColumnLayout>
  );
}

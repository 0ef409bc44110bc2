/** Automatic renewal in words, with the payment schedule of a renewed agreement. */
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { z } from 'zod';
import { useFormat, useTexts, type Translate } from '../../i18n/context.tsx';
import type { renewalTerm } from './schemas.ts';

type TemplateCharge = NonNullable<z.output<typeof renewalTerm>['TermTemplates']>[number]['Schedule'][number];

export function RenewalView({ term }: { term: z.output<typeof renewalTerm> }) {
  const t = useTexts('offers');
  const format = useFormat();
  const period = (value: string | null | undefined) => (value ? format.duration(value) : '-');
  const charges = (term.TermTemplates ?? []).flatMap(({ Schedule }) => Schedule);
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={4}
        items={[
          { label: t('terms.priceIncrease'), value: describeIncrease(term.PriceIncrease, t) },
          {
            label: t('terms.maxRenewals'),
            value: term.MaxRenewals === null ? t('terms.unlimited') : format.count(term.MaxRenewals),
          },
          { label: t('terms.lockout'), value: period(term.LockoutPeriod) },
          { label: t('terms.adjustmentDeadline'), value: period(term.AdjustmentDeadline) },
        ]}
      />
      {charges.length > 0 && <TemplateTable charges={charges} />}
    </SpaceBetween>
  );
}

function TemplateTable({ charges }: { charges: readonly TemplateCharge[] }) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <Table
      variant="embedded"
      items={charges}
      header={<Header variant="h3">{t('terms.renewalSchedule')}</Header>}
      ariaLabels={{ tableLabel: t('terms.renewalSchedule') }}
      columnDefinitions={[
        {
          id: 'offset',
          header: t('terms.chargeOffset'),
          isRowHeader: true,
          cell: ({ ChargeDateOffset }) => format.duration(ChargeDateOffset),
        },
        { id: 'share', header: t('terms.chargeShare'), cell: ({ ChargePercentage }) => `${ChargePercentage} %` },
        { id: 'day', header: t('terms.dayOfMonth'), cell: ({ DayOfMonth }) => DayOfMonth ?? '-' },
      ]}
    />
  );
}

function describeIncrease(increase: z.output<typeof renewalTerm>['PriceIncrease'], t: Translate): string {
  if (increase?.Range) {
    const { MinValue, MaxValue, DefaultValue } = increase.Range;
    const range = t('terms.increaseRange', { min: MinValue, max: MaxValue });
    return DefaultValue ? t('terms.increaseDefault', { range, value: DefaultValue }) : range;
  }
  return increase?.Value ? t('terms.increaseFixed', { value: increase.Value }) : '-';
}

/** Pricing terms in words. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { z } from 'zod';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { RateTable } from './rate-table.tsx';
import type { contractTerm, fixedTerm, freeTrialTerm, recurringTerm, usageTerm } from './schemas.ts';

interface View<S extends z.ZodType> {
  readonly term: z.output<S>;
}

export function UsageView({ term }: View<typeof usageTerm>) {
  const t = useTexts('offers');
  const format = useFormat();
  const rates = term.RateCards.flatMap(({ RateCard }) => RateCard);
  return (
    <RateTable
      label={t('terms.UsageBasedPricingTerm')}
      valueHeader={t('terms.pricePerUnit')}
      rows={rates.map((rate) => ({ key: rate.DimensionKey, value: format.money(rate.Price, term.CurrencyCode) }))}
    />
  );
}

export function ContractView({ term }: View<typeof contractTerm>) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <SpaceBetween size="m">
      {term.RateCards.map((card, index) => {
        const duration = card.Selector?.Value ? format.duration(card.Selector.Value) : '-';
        const choice = card.Constraints?.QuantityConfiguration;
        return (
          <SpaceBetween key={card.Selector?.Value ?? index} size="xxs">
            <Box variant="h4">{t('terms.forDuration', { duration })}</Box>
            {(choice === 'Allowed' || choice === 'Disallowed') && (
              <Box color="text-body-secondary">{t(`terms.quantity${choice}`)}</Box>
            )}
            <RateTable
              label={t('terms.forDuration', { duration })}
              valueHeader={t('terms.price')}
              rows={card.RateCard.map((rate) => ({
                key: rate.DimensionKey,
                value: format.money(rate.Price, term.CurrencyCode),
              }))}
            />
          </SpaceBetween>
        );
      })}
    </SpaceBetween>
  );
}

export function FixedView({ term }: View<typeof fixedTerm>) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: t('terms.fixedPrice'),
            value: (
              <>
                {term.Price ? format.money(term.Price, term.CurrencyCode) : '-'}
                <Box variant="small" display="block">
                  {t('terms.fixedPriceSays')}
                </Box>
              </>
            ),
          },
          { label: t('terms.duration'), value: term.Duration ? format.duration(term.Duration) : '-' },
        ]}
      />
      <GrantTable grants={term.Grants ?? []} />
    </SpaceBetween>
  );
}

export function RecurringView({ term }: View<typeof recurringTerm>) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('terms.price'), value: format.money(term.Price, term.CurrencyCode) },
        { label: t('terms.billingPeriod'), value: term.BillingPeriod ?? '-' },
      ]}
    />
  );
}

export function FreeTrialView({ term }: View<typeof freeTrialTerm>) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        items={[{ label: t('terms.duration'), value: term.Duration ? format.duration(term.Duration) : '-' }]}
      />
      <GrantTable grants={term.Grants ?? []} />
    </SpaceBetween>
  );
}

function GrantTable({ grants }: { grants: NonNullable<z.output<typeof fixedTerm>['Grants']> }) {
  const t = useTexts('offers');
  const format = useFormat();
  return (
    <RateTable
      label={t('terms.grants')}
      valueHeader={t('terms.quantity')}
      rows={grants.map((grant) => ({
        key: grant.DimensionKey,
        value: grant.MaxQuantity === null ? '-' : format.count(grant.MaxQuantity),
      }))}
    />
  );
}

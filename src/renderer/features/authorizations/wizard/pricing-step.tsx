/** Step: what the partner owes, given as prices or as a discount from the public offer; or the fixed units of a schedule. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { OFFER_KIND_FACTS, paysInInstallments } from '../../../../shared/domain/offer/kinds.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../../wizard/editor/context.ts';
import { DraftField } from '../../wizard/editor/draft-field.tsx';
import { NeedsProduct } from '../../wizard/editor/needs-product.tsx';
import { ContractChoices } from '../../wizard/pricing/contract-choices.tsx';
import { ContractPrices } from '../../wizard/pricing/contract-prices.tsx';
import { Grants } from '../../wizard/pricing/grants.tsx';
import { UsagePrices } from '../../wizard/pricing/usage-prices.tsx';
import { ZeroPrices } from '../../wizard/pricing/zero-prices.tsx';
import { DurationField } from '../../wizard/service/duration-field.tsx';
import { useAuthorization } from './context.ts';
import { DiscountField } from './discount-field.tsx';
import { PriceComparison } from './price-comparison.tsx';

const ENTRIES = ['wholesale', 'discount'] as const;

export function PricingStep() {
  const { draft } = useEditor();
  const t = useTexts('authorizations');
  const { draft: authorization } = useAuthorization();
  if (draft.kind === null) return <NeedsProduct />;
  const facts = OFFER_KIND_FACTS[draft.kind];
  const paid = paysInInstallments(draft);
  const hasPrices = facts.usagePrices || !paid;
  const byHand = authorization.pricing.entry === 'wholesale';
  return (
    <SpaceBetween size="l">
      {hasPrices && <EntryField />}
      {paid && <Alert type="info">{t('fixedSays')}</Alert>}
      {paid && <Grants />}
      {paid && !facts.grantsNeedDuration && <FixedDuration />}
      {byHand && facts.contract && !paid && <ContractPrices />}
      {byHand && facts.usagePrices && <UsagePrices />}
      {!byHand && facts.contract && !paid && <ContractChoices />}
      {hasPrices && <PriceComparison usage={facts.usagePrices} contract={facts.contract && !paid} />}
      {/* A schedule may add up to nothing as well. */}
      <ZeroPrices />
    </SpaceBetween>
  );
}

function EntryField() {
  const t = useTexts('authorizations');
  const { draft, list, dispatch } = useAuthorization();
  return (
    <Container header={<Header variant="h2">{t('section.wholesale')}</Header>}>
      <SpaceBetween size="l">
        <DraftField path="pricing" label={t('entry.label')} description={t('entry.description')}>
          {() => (
            <RadioGroup
              value={draft.pricing.entry}
              items={ENTRIES.map((value) => ({
                value,
                label: t(`entry.${value}.label`),
                description: t(`entry.${value}.description`),
              }))}
              onChange={({ detail }) => {
                if (detail.value === 'wholesale') dispatch({ type: 'pricing.entry', entry: 'wholesale' });
                else dispatch({ type: 'discount.set', percent: draft.pricing.discountPercent, list });
              }}
            />
          )}
        </DraftField>
        {draft.pricing.entry === 'discount' && <DiscountField />}
      </SpaceBetween>
    </Container>
  );
}

/** AWS wants to know of every authorization with fixed units how long they last. */
function FixedDuration() {
  const t = useTexts('authorizations');
  const wizard = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  if (draft.kind === null) return null;
  return (
    <Container header={<Header variant="h2">{wizard('grants.durationTitle')}</Header>}>
      <DurationField
        path="installments.duration"
        label={wizard('grants.duration')}
        description={t('fixedDuration.description')}
        unit={OFFER_KIND_FACTS[draft.kind].contractDurationUnit}
        value={draft.installments.duration}
        onChange={(duration) => dispatch({ type: 'fixedDuration.set', duration })}
      />
    </Container>
  );
}

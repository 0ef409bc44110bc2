/** Step: what each dimension costs, or what the buyer gets for the scheduled payments. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { OFFER_KIND_FACTS, paysInInstallments } from '../../../../shared/domain/offer/kinds.ts';
import { isFreeTrialOffer, isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { useEditor } from '../editor/context.ts';
import { ListFindings } from '../editor/list-findings.tsx';
import { NeedsProduct } from '../editor/needs-product.tsx';
import { ContractPrices } from '../pricing/contract-prices.tsx';
import { FreeTrialFields } from '../pricing/free-trial.tsx';
import { Grants } from '../pricing/grants.tsx';
import { NewDimensions } from '../pricing/new-dimensions.tsx';
import { ResalePrices } from '../pricing/resale-prices.tsx';
import { UsagePrices } from '../pricing/usage-prices.tsx';
import { ZeroPrices } from '../pricing/zero-prices.tsx';

export function PricingStep() {
  const { draft } = useEditor();
  return (
    <SpaceBetween size="l">
      {/* A private offer has no field for a trial that stands in its draft. */}
      {!isPublicOffer(draft) && <ListFindings path="freeTrial.duration" isShownElsewhere={() => false} />}
      <Prices />
    </SpaceBetween>
  );
}

function Prices() {
  const { draft } = useEditor();
  if (resaleOf(draft)) return <ResalePrices />;
  if (isFreeTrialOffer(draft) && draft.product !== null) return <FreeTrialFields />;
  if (draft.kind === null) return <NeedsProduct />;
  const facts = OFFER_KIND_FACTS[draft.kind];
  const installments = paysInInstallments(draft);
  return (
    <SpaceBetween size="l">
      {facts.contract && !installments && <ContractPrices />}
      {installments && <Grants />}
      {facts.usagePrices && <UsagePrices />}
      {isPublicOffer(draft) && draft.freeTrial.duration !== '' && <FreeTrialFields />}
      {draft.product?.type === 'SaaSProduct' && !isPublicOffer(draft) && <NewDimensions />}
      {/* Fixed units have no price of their own. */}
      {(facts.usagePrices || !installments) && <ZeroPrices />}
    </SpaceBetween>
  );
}

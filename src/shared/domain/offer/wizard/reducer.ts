/** What each action makes of the draft. Pure; keeps whatever was typed, also for choices that are not taken any more. */
import type { OfferDraft } from '../draft.ts';
import type { DraftAction } from './actions.ts';
import { reduceExtras } from './reduce-extras.ts';
import { reduceInstallments } from './reduce-installments.ts';
import { reducePrices } from './reduce-prices.ts';
import { reduceProduct } from './reduce-product.ts';
import { reduceService } from './reduce-service.ts';
import { reduceTerms } from './reduce-terms.ts';

export function reduceDraft(draft: OfferDraft, action: DraftAction): OfferDraft {
  switch (action.type) {
    case 'draft.fix':
      return action.fixed;
    case 'product.choose':
    case 'kind.choose':
    case 'buyers.add':
    case 'buyers.remove':
    case 'countries.set':
    case 'text.set':
      return reduceProduct(draft, action);
    case 'service.mode':
    case 'service.duration':
    case 'service.startDate':
    case 'service.endDate':
      return reduceService(draft, action);
    case 'prices.set':
    case 'rateCard.add':
    case 'rateCard.remove':
    case 'rateCard.duration':
    case 'selection.set':
    case 'zeroPrices.allow':
      return reducePrices(draft, action);
    case 'installments.enable':
    case 'grants.set':
    case 'fixedDuration.set':
    case 'schedule.form':
    case 'schedule.replace':
    case 'schedule.edit':
    case 'schedule.insert':
    case 'schedule.remove':
      return reduceInstallments(draft, action);
    case 'eula.choose':
    case 'eula.version':
    case 'eula.file':
    case 'renewal.answer':
    case 'renewal.details':
      return reduceTerms(draft, action);
    case 'renewalTerm.offer':
    case 'renewalTerm.set':
    case 'renewalTerm.increase':
    case 'verification.ask':
    case 'verification.days':
    case 'newDimensions.set':
    case 'resale.ownPrices':
    case 'offerSet.choose':
    case 'trial.duration':
    case 'trial.grants':
    case 'countries.exclude':
      return reduceExtras(draft, action);
  }
}

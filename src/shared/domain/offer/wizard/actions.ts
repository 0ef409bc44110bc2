/** Everything a person can do to an offer draft in the wizard, as data. */
import type { Product } from '../../product/product.ts';
import type { NewDimension, RenewalTerm } from '../draft-terms.ts';
import type {
  EulaChoice,
  EulaFile,
  Grant,
  Installment,
  OfferDraft,
  OfferKind,
  PriceLine,
  ProductParts,
  ScheduleForm,
} from '../draft.ts';
import type { ServiceMode } from '../kinds.ts';

/** `usage`, or the position of a contract rate card. */
export type PriceCard = 'usage' | number;

/** Texts at the top level of the draft that one field edits. */
export type TextField =
  'name' | 'description' | 'currency' | 'availabilityEndDate' | 'netPayment' | 'refundPolicy' | 'markup';

export type ProductAction =
  | {
      readonly type: 'product.choose';
      readonly product: Pick<Product, 'id' | 'type' | 'title'>;
      /** Where a product that was not chosen before starts from; what was typed stays. */
      readonly start: OfferDraft;
    }
  /** `parts`: empty rows of the kind; what was typed stays. */
  | { readonly type: 'kind.choose'; readonly kind: OfferKind; readonly parts: ProductParts }
  | { readonly type: 'buyers.add'; readonly ids: readonly string[] }
  | { readonly type: 'buyers.remove'; readonly id: string }
  | { readonly type: 'countries.set'; readonly codes: readonly string[] }
  | { readonly type: 'text.set'; readonly field: TextField; readonly value: string };

export type ServiceAction =
  | { readonly type: 'service.mode'; readonly mode: ServiceMode }
  | { readonly type: 'service.duration'; readonly duration: string }
  | { readonly type: 'service.startDate'; readonly date: string }
  | { readonly type: 'service.endDate'; readonly date: string };

export type PriceAction =
  /** An empty price leaves the dimension out of the offer. */
  | { readonly type: 'prices.set'; readonly card: PriceCard; readonly lines: readonly PriceLine[] }
  | { readonly type: 'rateCard.add'; readonly duration: string }
  | { readonly type: 'rateCard.remove'; readonly index: number }
  | { readonly type: 'rateCard.duration'; readonly index: number; readonly duration: string }
  | { readonly type: 'selection.set'; readonly selection: OfferDraft['contract']['selection'] }
  | { readonly type: 'zeroPrices.allow'; readonly allowed: boolean };

export type InstallmentAction =
  | { readonly type: 'installments.enable'; readonly enabled: boolean }
  /** An empty quantity leaves the dimension out of the offer. */
  | { readonly type: 'grants.set'; readonly grants: readonly Grant[] }
  | { readonly type: 'fixedDuration.set'; readonly duration: string }
  | { readonly type: 'schedule.form'; readonly form: ScheduleForm }
  | { readonly type: 'schedule.replace'; readonly rows: readonly Installment[] }
  | { readonly type: 'schedule.edit'; readonly index: number; readonly patch: Partial<Installment> }
  | { readonly type: 'schedule.insert'; readonly index: number; readonly row: Installment }
  | { readonly type: 'schedule.remove'; readonly index: number };

export type TermAction =
  | { readonly type: 'eula.choose'; readonly kind: EulaChoice['kind'] }
  | { readonly type: 'eula.version'; readonly version: string }
  | { readonly type: 'eula.file'; readonly file: EulaFile | null }
  | { readonly type: 'renewal.answer'; readonly isRenewal: boolean }
  | { readonly type: 'renewal.details'; readonly details: Partial<NonNullable<OfferDraft['renewal']>> };

/** Terms beside price, service and EULA. */
export type ExtraAction =
  | { readonly type: 'renewalTerm.offer'; readonly offered: boolean }
  | { readonly type: 'renewalTerm.set'; readonly patch: Partial<Omit<RenewalTerm, 'priceIncrease'>> }
  | { readonly type: 'renewalTerm.increase'; readonly patch: Partial<RenewalTerm['priceIncrease']> }
  | { readonly type: 'verification.ask'; readonly asked: boolean }
  | { readonly type: 'verification.days'; readonly days: string }
  | { readonly type: 'newDimensions.set'; readonly dimensions: readonly NewDimension[] }
  | { readonly type: 'resale.ownPrices'; readonly own: boolean }
  | { readonly type: 'offerSet.choose'; readonly id: string | null }
  | { readonly type: 'trial.duration'; readonly duration: string }
  /** What may be tried; quantities as typed. */
  | { readonly type: 'trial.grants'; readonly grants: readonly Grant[] }
  | { readonly type: 'countries.exclude'; readonly excluded: boolean };

/** A correction that a finding offered, already worked out. */
export interface FixAction {
  readonly type: 'draft.fix';
  readonly fixed: OfferDraft;
}

export type DraftAction =
  FixAction | ProductAction | ServiceAction | PriceAction | InstallmentAction | TermAction | ExtraAction;

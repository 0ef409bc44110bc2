/** The records the simulated catalog keeps: products, offers, agreements, and the terms inside an offer. Plain JSON throughout. */

import type { OfferSetEntity } from './model-offer-set.ts';
import type { ResaleAuthorizationEntity } from './model-resale.ts';

export type ProductType = 'SaaSProduct' | 'AmiProduct' | 'ContainerProduct';
export type EntityType = ProductType | 'Offer' | 'OfferSet' | 'ResaleAuthorization';
export type Visibility = 'Draft' | 'Limited' | 'Public' | 'Restricted';
export type DimensionType = 'Entitled' | 'Metered' | 'ExternallyMetered';
export type PricingModel = 'Usage' | 'Contract' | 'Byol' | 'Free';

/** A JSON object whose members are not fixed here. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface EntityBase {
  readonly id: string;
  readonly owner: string;
  readonly revision: number;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  readonly modifiedAt: string;
}

export interface Dimension {
  readonly Key: string;
  readonly Name: string;
  readonly Description: string;
  readonly Unit: string;
  readonly Types: readonly DimensionType[];
}

export interface ProductEntity extends EntityBase {
  readonly type: ProductType;
  readonly title: string | null;
  readonly productCode: string;
  readonly visibility: Visibility;
  /** What `UpdateInformation` sets, by its wire names, without the title. */
  readonly information: JsonObject;
  readonly dimensions: readonly Dimension[];
  /** SaaS fulfilment address; other kinds keep none here. */
  readonly fulfillmentUrl: string | null;
  /** Accounts that may see the product while it is Limited. */
  readonly allowList: readonly string[];
  /** Which rate card constraint the product takes; null = either. */
  readonly rateCardConstraint: 'Allowed' | 'Disallowed' | null;
}

/** A term as it was sent; its shape was checked by the schema of its change type. */
export interface Term extends JsonObject {
  readonly Type: string;
}

/** Terms are replaced group by group, one `Update...Terms` change each. */
export const TERM_GROUPS = [
  'pricing',
  'legal',
  'support',
  'validity',
  'schedule',
  'netPayment',
  'renewal',
  'verification',
] as const;
export type TermGroup = (typeof TERM_GROUPS)[number];
export type OfferTerms = Readonly<Record<TermGroup, readonly Term[]>>;

export interface OfferEntity extends EntityBase {
  readonly type: 'Offer';
  readonly productId: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly state: 'Draft' | 'Released';
  readonly releasedAt: string | null;
  readonly pricingModel: PricingModel | null;
  readonly terms: OfferTerms;
  readonly buyerAccounts: readonly string[];
  readonly countryCodes: readonly string[];
  readonly excludedCountryCodes: readonly string[];
  /** `YYYY-MM-DD`; the offer ends with that day in UTC. */
  readonly availabilityEndDate: string | null;
  readonly preExistingAgreement: JsonObject | null;
  readonly createdBySource: 'Seller' | 'AwsMarketplace';
  /** When a price of this public offer last rose; AWS refuses another rise within 120 days. */
  readonly lastPriceIncreaseAt: string | null;
  /** Set where a channel partner made the offer from an authorization. */
  readonly resale: ResaleOrigin | null;
  /** The agreement that this offer replaces once it is accepted. */
  readonly replacesAgreementId: string | null;
  /** The agreement that this offer renews; only offers that AWS made by itself have one. */
  readonly renewsAgreementId: string | null;
  readonly offerSetId: string | null;
}

/** How a channel partner's offer hangs on its authorization. */
export interface ResaleOrigin {
  readonly authorizationId: string;
  /** Percentage on every inherited price as it was sent; null = none was ever set. */
  readonly markup: string | null;
  /** The partner has set prices of its own: there is no way back to the inherited ones. */
  readonly ownPrices: boolean;
}

export type Entity = ProductEntity | OfferEntity | OfferSetEntity | ResaleAuthorizationEntity;

/** What AWS knows about a seller beside the catalog: who it is, whether it was verified, in which currencies it is paid. */
export interface SellerProfile {
  readonly accountId: string;
  readonly legalName: string;
  readonly verified: boolean;
  readonly disbursementCurrencies: readonly string[];
  /** Registered to sell what others make. */
  readonly channelPartner: boolean;
}

export type AgreementIntent = 'NEW' | 'AMEND' | 'REPLACE' | 'RENEW';

export type AgreementStatus =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'RENEWED'
  | 'REPLACED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED'
  | 'TERMINATED';

/** What the buyer chose where the offer leaves a choice. */
export interface AgreementChoice {
  /** Duration of the rate card that was picked. */
  readonly duration: string;
  /** Quantities by dimension key; tiers hold the picked one alone, with 1. */
  readonly quantities: Readonly<Record<string, number>>;
}

export interface AgreementRecord {
  readonly id: string;
  readonly offerId: string;
  readonly offerSetId: string | null;
  /** Null for what the manufacturer sold itself. */
  readonly resaleAuthorizationId: string | null;
  readonly productId: string;
  readonly productType: ProductType;
  /** Seller of record: the manufacturer, or the channel partner. */
  readonly proposer: string;
  /** Owner of the product. */
  readonly manufacturer: string;
  readonly acceptor: string;
  readonly intent: AgreementIntent;
  readonly status: AgreementStatus;
  readonly acceptedAt: string;
  readonly startTime: string;
  /** Null where nothing in the offer bounds the agreement. */
  readonly endTime: string | null;
  readonly updatedAt: string;
  /** First agreement of a chain of renewals and replacements; the agreement itself where it began one. */
  readonly initialAgreementId: string;
  /** The agreement that this one replaced or renewed. */
  readonly sourceAgreementId: string | null;
  readonly pricingModel: PricingModel | null;
  /** The terms that were accepted, in the form of the Catalog API. */
  readonly terms: OfferTerms;
  readonly choice: AgreementChoice | null;
  /** Null where no renewal term offers it. */
  readonly autoRenew: boolean | null;
}

export const NO_TERMS: OfferTerms = {
  pricing: [],
  legal: [],
  support: [],
  validity: [],
  schedule: [],
  netPayment: [],
  renewal: [],
  verification: [],
};

export function isProduct(entity: Entity): entity is ProductEntity {
  return 'dimensions' in entity;
}

/** What the entity is called; null where nobody has said so yet. */
export function nameOf(entity: Entity): string | null {
  return isProduct(entity) ? entity.title : entity.name;
}

/** Private = made for named buyers; there is no other mark. */
export function isPrivate(offer: OfferEntity): boolean {
  return offer.buyerAccounts.length > 0;
}

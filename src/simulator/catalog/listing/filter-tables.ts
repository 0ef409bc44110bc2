/** Which filters and sort keys `ListEntities` takes for which entity type. */

/** V = `ValueList`, W = `WildCardValue`, D = `DateRange`. */
export type FilterForm = 'ValueList' | 'WildCardValue' | 'DateRange';

export interface FilterRule {
  readonly forms: readonly FilterForm[];
  /** The only values a `ValueList` may hold, where AWS fixes them. */
  readonly values?: readonly string[];
  readonly maxLength?: number;
  readonly pattern?: RegExp;
}

export interface ListableType {
  readonly filterMember: string;
  readonly sortMember: string;
  readonly filters: Readonly<Record<string, FilterRule>>;
  readonly sortKeys: readonly string[];
}

const ENTITY_ID: FilterRule = {
  forms: ['ValueList'],
  maxLength: 255,
  pattern: /^[a-zA-Z0-9][.a-zA-Z0-9/-]+[a-zA-Z0-9]$/,
};
const LAST_MODIFIED: FilterRule = { forms: ['DateRange'] };

const PRODUCT_SORT_KEYS = ['EntityId', 'ProductTitle', 'Visibility', 'LastModifiedDate'];

function productType(name: string, more: { visibilities?: string[]; sortKeys?: string[] } = {}): ListableType {
  return {
    filterMember: `${name}Filters`,
    sortMember: `${name}Sort`,
    filters: {
      EntityId: ENTITY_ID,
      ProductTitle: { forms: ['ValueList', 'WildCardValue'], maxLength: 255 },
      Visibility: {
        forms: ['ValueList'],
        values: ['Draft', 'Limited', 'Public', 'Restricted', ...(more.visibilities ?? [])],
      },
      LastModifiedDate: LAST_MODIFIED,
    },
    sortKeys: [...PRODUCT_SORT_KEYS, ...(more.sortKeys ?? [])],
  };
}

const OFFER: ListableType = {
  filterMember: 'OfferFilters',
  sortMember: 'OfferSort',
  filters: {
    EntityId: ENTITY_ID,
    Name: { forms: ['ValueList', 'WildCardValue'], maxLength: 150 },
    ProductId: { forms: ['ValueList'], maxLength: 255 },
    ResaleAuthorizationId: { forms: ['ValueList'], maxLength: 255 },
    ReleaseDate: { forms: ['DateRange'] },
    AvailabilityEndDate: { forms: ['DateRange'] },
    BuyerAccounts: { forms: ['WildCardValue'], pattern: /^\d{12}$/ },
    State: { forms: ['ValueList'], values: ['Draft', 'Released'] },
    Targeting: { forms: ['ValueList'], values: ['BuyerAccounts', 'ParticipatingPrograms', 'CountryCodes', 'None'] },
    LastModifiedDate: LAST_MODIFIED,
    OfferSetId: { forms: ['ValueList'], maxLength: 50 },
    TargetAgreementId: { forms: ['ValueList'], maxLength: 64 },
    TargetAgreementIntent: { forms: ['ValueList'], values: ['Renew'] },
    CreatedBySource: { forms: ['ValueList'], values: ['Seller', 'AwsMarketplace'] },
  },
  sortKeys: [
    'EntityId',
    'Name',
    'ProductId',
    'ResaleAuthorizationId',
    'ReleaseDate',
    'AvailabilityEndDate',
    'BuyerAccounts',
    'State',
    'Targeting',
    'LastModifiedDate',
    'OfferSetId',
    'TargetAgreementId',
    'TargetAgreementIntent',
    'CreatedBySource',
  ],
};

const OFFER_SET: ListableType = {
  filterMember: 'OfferSetFilters',
  sortMember: 'OfferSetSort',
  filters: {
    EntityId: ENTITY_ID,
    Name: { forms: ['ValueList'], maxLength: 150 },
    State: { forms: ['ValueList'], values: ['Draft', 'Released'] },
    ReleaseDate: { forms: ['DateRange'] },
    AssociatedOfferIds: { forms: ['ValueList'], maxLength: 255 },
    SolutionId: { forms: ['ValueList'], maxLength: 255 },
    LastModifiedDate: LAST_MODIFIED,
  },
  sortKeys: ['Name', 'State', 'ReleaseDate', 'SolutionId', 'EntityId', 'LastModifiedDate'],
};

const ACCOUNT_ID: FilterRule = { forms: ['ValueList', 'WildCardValue'], pattern: /^\d{12}$/ };

function text(maxLength: number): FilterRule {
  return { forms: ['ValueList', 'WildCardValue'], maxLength };
}

const RESALE_AUTHORIZATION_FILTERS: Readonly<Record<string, FilterRule>> = {
  Name: text(255),
  ProductId: text(255),
  ProductName: text(255),
  ManufacturerAccountId: ACCOUNT_ID,
  ManufacturerLegalName: text(255),
  // Spelt so by AWS, unlike every other id.
  ResellerAccountID: ACCOUNT_ID,
  ResellerLegalName: text(255),
  Status: { forms: ['ValueList'], values: ['Draft', 'Active', 'Restricted'] },
  OfferExtendedStatus: { forms: ['ValueList'], maxLength: 255 },
  CreatedDate: { forms: ['ValueList', 'DateRange'] },
  AvailabilityEndDate: { forms: ['ValueList', 'DateRange'] },
  ResellerRole: { forms: ['ValueList'], values: ['ChannelPartner', 'Distributor'] },
  SourceAuthorization: { forms: ['ValueList'], maxLength: 255 },
  IssuerAccountId: { forms: ['ValueList'], pattern: /^\d{12}$/ },
};

const RESALE_AUTHORIZATION: ListableType = {
  filterMember: 'ResaleAuthorizationFilters',
  sortMember: 'ResaleAuthorizationSort',
  filters: { EntityId: ENTITY_ID, ...RESALE_AUTHORIZATION_FILTERS, LastModifiedDate: LAST_MODIFIED },
  sortKeys: ['EntityId', ...Object.keys(RESALE_AUTHORIZATION_FILTERS), 'LastModifiedDate'],
};

export const LISTABLE_TYPES: Readonly<Record<string, ListableType>> = {
  SaaSProduct: productType('SaaSProduct', { sortKeys: ['DeliveryOptionTypes'] }),
  AmiProduct: productType('AmiProduct'),
  ContainerProduct: productType('ContainerProduct', { sortKeys: ['CompatibleAWSServices'] }),
  MachineLearningProduct: productType('MachineLearningProduct'),
  DataProduct: productType('DataProduct', { visibilities: ['Unavailable'] }),
  Offer: OFFER,
  OfferSet: OFFER_SET,
  ResaleAuthorization: RESALE_AUTHORIZATION,
};

/** Types that the service knows and this simulator does not fill yet. */
export const UNSIMULATED_TYPES: readonly string[] = [
  'Solution',
  'Seller',
  'ProcurementPolicy',
  'Experience',
  'Audience',
  'BrandingSettings',
];

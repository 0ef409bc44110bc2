/** The document AWS would return for an authorization, after "DescribeEntity document of an RA": a small twin for pure tests. */
import type { AuthorizationChangeSet } from '../../src/shared/domain/authorization/wire.ts';
import { canonicalAmount } from '../../src/shared/domain/money/amount.ts';

type Json = Record<string, unknown>;

/** Applies a request for a new authorization to nothing: ids on terms, dates with time, accounts as objects, short amounts. */
export function describeAuthorizationTwin({ ChangeSet }: AuthorizationChangeSet): Json {
  const details = new Map(ChangeSet.map((change) => [change.ChangeType, change.DetailsDocument as Json]));
  const created = details.get('CreateResaleAuthorization') ?? {};
  const information = details.get('UpdateInformation') ?? {};
  const pricing = details.get('UpdatePricingTerms');
  const terms = [...details.values()].flatMap((entry) => (entry['Terms'] as Json[] | undefined) ?? []);
  return {
    Name: created['Name'],
    Description: created['Description'],
    ProductId: created['ProductId'],
    ProductName: 'Twin',
    PricingModel: pricing?.['PricingModel'] ?? null,
    Status: details.has('ReleaseResaleAuthorization') ? 'Active' : 'Draft',
    PreExistingBuyerAgreement: information['PreExistingBuyerAgreement'] ?? null,
    CreatedDate: '2026-11-02T03:04:05.678Z',
    ManufacturerLegalName: 'Example Manufacturer',
    ManufacturerAccountId: '111122223333',
    Dimensions: [],
    OfferDetails: { OfferExtendedStatus: 'Not Started', OfferCreatedCount: 0 },
    Terms: terms.map((term, index) => ({ ...describeTerm(term), Id: `term-${index}` })),
    Rules: rulesOf(created, details.get('UpdateAvailability')),
  };
}

function describeTerm(term: Json): Json {
  const rewritten = rewrite(term) as Json;
  if (term['Type'] === 'BuyerTargetingTerm') {
    const { BuyerAccounts } = term['PositiveTargeting'] as { BuyerAccounts: string[] };
    const accounts = BuyerAccounts.map((AwsAccountId) => ({ AwsAccountId, LegalName: 'Example Buyer' }));
    return { ...rewritten, PositiveTargeting: { BuyerAccounts: accounts } };
  }
  return rewritten;
}

function rewrite(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => rewrite(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewrite(member, key)]));
  }
  if (['Price', 'ChargeAmount'].includes(name)) return canonicalAmount(String(value));
  if (['ChargeDate', 'MaximumAgreementStartDate'].includes(name)) return `${String(value)}T00:00:00.000Z`;
  return name === 'Url' ? 'https://legal.example/copy.pdf?X-Amz-Signature=0' : value;
}

function rulesOf(created: Json, availability: Json | undefined): Json[] {
  const end = availability?.['AvailabilityEndDate'];
  return [
    {
      Type: 'AvailabilityRule',
      Id: 'rule-1',
      Usage: availability?.['OffersMaxQuantity'] === 1 ? 'Limited' : 'Unlimited',
      AvailabilityEndDate: typeof end === 'string' ? `${end}T23:59:59.999Z` : '2099-12-31T23:59:59.999Z',
      ...(availability?.['OffersMaxQuantity'] !== undefined && {
        OffersMaxQuantity: availability['OffersMaxQuantity'],
      }),
    },
    {
      Type: 'PartnerTargetingRule',
      Id: 'rule-2',
      ResellerAccountId: created['ResellerAccountId'],
      ResellerLegalName: 'Example Partner',
    },
  ];
}

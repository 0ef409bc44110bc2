/** The document AWS would return for a change set, after section "DescribeEntity document of an offer": a small twin for pure tests. */
import type { ChangeSetRequest } from '../../src/shared/domain/offer/change-set.ts';
import { canonicalAmount, isAmount } from '../../src/shared/domain/money/amount.ts';

type Json = Record<string, unknown>;

const ORDER = ['UpdatePricingTerms', 'UpdateValidityTerms', 'UpdatePaymentScheduleTerms', 'UpdateLegalTerms'];

/** Applies a request for a new offer to nothing and describes the result: no PricingModel, dates with time, short amounts. */
export function describeTwin(request: ChangeSetRequest): Json {
  const details = new Map(request.ChangeSet.map((change) => [change.ChangeType, change.DetailsDocument]));
  const created = details.get('CreateOffer') ?? {};
  const information = details.get('UpdateInformation') ?? {};
  const others = [...details.keys()].filter((type) => type.endsWith('Terms') && !ORDER.includes(type));
  const terms = [...ORDER, ...others].flatMap((type) => (details.get(type)?.['Terms'] as Json[] | undefined) ?? []);
  return {
    Id: 'offer-sampleoffer12',
    State: details.has('ReleaseOffer') ? 'Released' : 'Draft',
    Name: information['Name'] ?? created['Name'],
    Description: information['Description'],
    ProductId: created['ProductId'],
    PreExistingAgreement: information['PreExistingAgreement'] ?? null,
    Terms: terms.map((term) => rewrite(term) as Json).map(rehost),
    Rules: rulesOf(details),
  };
}

function rulesOf(details: ReadonlyMap<string, Json>): Json[] {
  const targeting = details.get('UpdateTargeting');
  const availability = details.get('UpdateAvailability');
  return [
    ...(availability
      ? [
          {
            ...availability,
            Type: 'AvailabilityRule',
            AvailabilityEndDate: `${String(availability['AvailabilityEndDate'])}T23:59:59.999Z`,
          },
        ]
      : []),
    ...(targeting ? [{ ...targeting, Type: 'TargetingRule' }] : []),
  ];
}

const SHORTENED = ['Price', 'ChargeAmount', 'Value', 'MinValue', 'MaxValue', 'DefaultValue', 'ChargePercentage'];

function rewrite(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => rewrite(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewrite(member, key)]));
  }
  if (SHORTENED.includes(name) && isAmount(String(value))) return canonicalAmount(String(value));
  if (['ChargeDate', 'AgreementStartDate'].includes(name)) return `${String(value)}T00:00:00.000Z`;
  return name === 'AgreementEndDate' ? `${String(value)}T23:59:59.999Z` : value;
}

/** AWS copies a custom EULA and shows its own address from then on. */
function rehost(term: Json): Json {
  const documents = term['Documents'];
  if (term['Type'] !== 'LegalTerm' || !Array.isArray(documents)) return term;
  return {
    ...term,
    Documents: documents.map((document: Json) =>
      'Url' in document ? { ...document, Url: 'https://legal.example/copy.pdf?X-Amz-Signature=0' } : document,
    ),
  };
}

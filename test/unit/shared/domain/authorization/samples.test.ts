import { describe, expect, it } from 'vitest';
import { compileAuthorization } from '../../../../../src/shared/domain/authorization/compile.ts';
import {
  createAuthorizationDraft,
  type AuthorizationDraft,
} from '../../../../../src/shared/domain/authorization/draft.ts';
import { changeOf } from '../../../../../src/shared/domain/authorization/wire.ts';
import { canonicalAmount, isAmount } from '../../../../../src/shared/domain/money/amount.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../support/aws-samples.ts';

/**
 * Compared: the set of changes with type, entity and details. Not compared, as AWS does not care: the order of changes and of members,
 * the name of the creating change, trailing zeros of amounts.
 */
const URL = 'https://s3.amazonaws.com/sample-bucket/custom-eula.pdf';
const CONTRACT_URL =
  'https://s3.amazonaws.com/aws-mp-standard-contracts/Standard-Contact-for-AWS-Marketplace-2022-07-14.pdf';
const file = { sha256: 'a'.repeat(64), name: 'a.pdf', sizeBytes: 1 };

const rateCards = [{ duration: 'P12M', prices: [{ dimensionKey: 't2.small', price: '150' }] }];
const base: AuthorizationDraft = {
  ...createAuthorizationDraft(),
  product: { id: 'prod-1111111111111', type: 'SaaSProduct', title: 'Sample' },
  kind: 'saas-contract',
  name: 'TestResaleAuthorization',
  description: 'Worldwide ResaleAuthorization for Test Product',
  resellers: ['111111111111'],
  contract: { selection: 'units', rateCards },
  eula: { kind: 'custom', file },
};
const expiring = { ...base, validity: 'specific-date', availabilityEndDate: '2023-05-31' } as const;
const singleUse = { ...base, validity: 'single-use' } as const;

interface SampleCase {
  readonly name: string;
  readonly draft: AuthorizationDraft;
  /** Where the sample contradicts the reference: what it writes, and what is sent instead. */
  readonly contradiction?: { readonly written: unknown; readonly sent: unknown };
}

const cases: SampleCase[] = [
  { name: 'MultiuseResaleauthExpirydateCPPO', draft: expiring },
  { name: 'MultiuseResaleauthExpirydateCustomEula', draft: expiring },
  {
    name: 'MultiuseResaleauthExpirydateCustomresellerContractdoc',
    draft: { ...expiring, resellerContract: { kind: 'custom', file } },
  },
  { name: 'MultiuseResaleauthNoExpirdateCustomEula', draft: { ...base, validity: 'no-set-duration' } },
  { name: 'OnetimeResaleauthCustomEula', draft: singleUse },
  { name: 'OnetimeResaleauthPrivateoffer', draft: singleUse },
  {
    name: 'PublishOnetimeResaleAuthFlexiblePayment',
    draft: {
      ...singleUse,
      availabilityEndDate: '2023-06-30',
      installments: {
        enabled: true,
        duration: 'P12M',
        grants: [{ dimensionKey: 'Users', quantity: '10' }],
        schedule: [
          { date: '2023-09-01', amount: '200' },
          { date: '2023-12-01', amount: '250' },
        ],
      },
    },
  },
  {
    name: 'PublishOnetimeResaleAuthSpecificBuyer',
    draft: { ...singleUse, buyers: ['111111111111'] },
    // The schema has an integer, the sample a text.
    contradiction: { written: { OffersMaxQuantity: '1' }, sent: { OffersMaxQuantity: 1 } },
  },
];

interface Change {
  readonly ChangeType: string;
  readonly ChangeName?: string;
  readonly Entity: { readonly Type: string; readonly Identifier?: string };
  readonly DetailsDocument: unknown;
}

function normalise(changes: readonly Change[]): unknown[] {
  const name = changes.find(({ ChangeName }) => ChangeName)?.ChangeName ?? '';
  return changes
    .map(({ ChangeType, Entity, DetailsDocument }) => ({
      ChangeType,
      entity: [Entity.Type, Entity.Identifier?.replace(`$${name}.`, '$new.') ?? null],
      details: sorted(DetailsDocument),
    }))
    .toSorted((a, b) => (a.ChangeType < b.ChangeType ? -1 : 1));
}

function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => sorted(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => [name, sorted(member, name)]),
    );
  }
  return ['Price', 'ChargeAmount'].includes(key) && isAmount(String(value)) ? canonicalAmount(String(value)) : value;
}

describe.skipIf(samplesFolder === null)(`change sets that AWS published (${NO_SAMPLES})`, () => {
  it.each(cases)('$name is made by the app', ({ name, draft, contradiction }) => {
    const sample = readSample(`aws-change-sets/resaleAuthorization/${name}.json`) as { ChangeSet: Change[] };
    const request = compileAuthorization(
      draft,
      { id: 'prod-1111111111111', type: 'SaaSProduct' },
      {
        intent: 'release',
        reseller: draft.resellers[0] ?? '',
        documents: { eula: URL, resellerContract: CONTRACT_URL },
        changeSetName: name,
      },
    );
    const wanted = sample.ChangeSet.map((change) => {
      if (!contradiction || change.ChangeType !== 'UpdateAvailability') return change;
      expect(change.DetailsDocument).toEqual(contradiction.written);
      return { ...change, DetailsDocument: contradiction.sent };
    });
    expect(normalise(request.ChangeSet)).toEqual(normalise(wanted));
  });

  it('RestrictResaleAuthorization is made by deactivating', () => {
    const sample = readSample('aws-change-sets/resaleAuthorization/RestrictResaleAuthorization.json') as {
      ChangeSet: Change[];
    };
    const change = changeOf('RestrictResaleAuthorization', 'resaleauthz-1111111111111', {});
    expect(normalise([change])).toEqual(normalise(sample.ChangeSet));
  });
});

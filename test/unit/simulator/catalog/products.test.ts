import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { createCatalogStage, refusal, type CatalogStage, type Change } from '../../../support/catalog-stage.ts';
import { contractPricing, OFFER, STANDARD_EULA } from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const on = (slug: string, ChangeType: string, DetailsDocument: unknown, type = 'SaaSProduct'): Change => ({
  ...{ ChangeType, DetailsDocument },
  Entity: { Type: `${type}@1.0`, Identifier: seedId('prod', slug) },
});
const dimension = (Key: string, Types = ['Entitled']) => ({ Key, Name: Key, Description: Key, Unit: 'Units', Types });

describe('a product', () => {
  test('is created, released and offered to everybody in one change set', async () => {
    const product = { Type: 'SaaSProduct@1.0', Identifier: '$Product.Entity.Identifier' };
    const done = await stage.run([
      { ChangeType: 'CreateProduct', ChangeName: 'Product', Entity: { Type: product.Type }, DetailsDocument: {} },
      { ChangeType: 'UpdateInformation', Entity: product, DetailsDocument: { ProductTitle: 'Fresh product' } },
      { ChangeType: 'AddDimensions', Entity: product, DetailsDocument: [dimension('seats')] },
      { ChangeType: 'ReleaseProduct', Entity: product, DetailsDocument: {} },
      {
        ChangeType: 'CreateOffer',
        ChangeName: 'New',
        Entity: { Type: 'Offer@1.0' },
        DetailsDocument: { ProductId: '$Product.Entity.Identifier', Name: 'Public' },
      },
      { ChangeType: 'UpdateInformation', Entity: OFFER, DetailsDocument: { Description: 'x' } },
      { ChangeType: 'UpdatePricingTerms', Entity: OFFER, DetailsDocument: contractPricing({ seats: '10' }) },
      { ChangeType: 'UpdateLegalTerms', Entity: OFFER, DetailsDocument: STANDARD_EULA },
      { ChangeType: 'UpdateRenewalTerms', Entity: OFFER, DetailsDocument: { Terms: [{ Type: 'RenewalTerm' }] } },
      { ChangeType: 'ReleaseOffer', Entity: OFFER, DetailsDocument: {} },
    ]);
    expect(done.Status).toBe('SUCCEEDED');
    const [productId = ''] = (done.ChangeSet[0]?.Entity.Identifier ?? '').split('@');
    expect(done.ChangeSet[4]?.DetailsDocument).toEqual({ ProductId: productId, Name: 'Public' });
    expect(await stage.entity(productId)).toMatchObject({
      Description: { ProductTitle: 'Fresh product', Visibility: 'Limited' },
      Dimensions: [{ Key: 'seats' }],
    });
  });

  test('changes dimensions, allow list and visibility', async () => {
    const changes = [
      on('atlas', 'UpdateDimensions', [{ Key: 'users', Types: ['Entitled'], Name: 'People' }]),
      on('atlas', 'UpdateTargeting', { PositiveTargeting: { BuyerAccounts: ['777788889999'] } }),
      on('atlas', 'UpdateVisibility', { TargetVisibility: 'Restricted' }),
    ];
    expect((await stage.run(changes)).Status).toBe('SUCCEEDED');
    expect(await stage.entity(seedId('prod', 'atlas'))).toMatchObject({
      Description: { Visibility: 'Restricted' },
      Dimensions: expect.arrayContaining([expect.objectContaining({ Key: 'users', Name: 'People' })]),
      Targeting: { PositiveTargeting: { BuyerAccounts: ['777788889999'] } },
    });
  });

  test('is reviewed for a while before it goes public', async () => {
    const id = await stage.start(
      [on('inkwell', 'UpdateVisibility', { TargetVisibility: 'Public' })],
      {},
      '012345678901',
    );
    await stage.clock.advance(30_000);
    expect((await stage.describe(id, '012345678901')).Status).toBe('APPLYING');
    await stage.clock.advance(60_000);
    expect((await stage.describe(id, '012345678901')).Status).toBe('SUCCEEDED');
  });

  const BAD: readonly (readonly [string, Change, string])[] = [
    ['a dimension that exists', on('atlas', 'AddDimensions', [dimension('users')]), 'DUPLICATE_DIMENSION_KEYS'],
    ['a 201st contract dimension', on('cells', 'AddDimensions', [dimension('one_more')]), 'TOO_MANY_DIMENSIONS'],
    [
      'an update of an unknown dimension',
      on('atlas', 'UpdateDimensions', [{ Key: 'nowhere', Types: ['Entitled'] }]),
      'INVALID_DIMENSION_KEYS',
    ],
    ['a second release', on('atlas', 'ReleaseProduct', {}), 'INVALID_UPDATE_REQUEST'],
    ['a release without a title', on('untitled', 'ReleaseProduct', {}), 'MISSING_NAME'],
    [
      'visibility of a draft',
      on('untitled', 'UpdateVisibility', { TargetVisibility: 'Public' }),
      'INVALID_UPDATE_REQUEST',
    ],
  ];

  test.each(BAD)('refuses %s', async (_what, change, code) => {
    expect(await stage.codes([change])).toEqual({ [change.ChangeType]: expect.arrayContaining([code]) });
  });

  test.each([
    ['a title of 73 characters', on('atlas', 'UpdateInformation', { ProductTitle: 'x'.repeat(73) }), 'ProductTitle'],
    [
      'a blank at the start of a text',
      on('atlas', 'UpdateInformation', { ShortDescription: ' x' }),
      'ShortDescription',
    ],
    ['a key with a blank', on('atlas', 'AddDimensions', [{ ...dimension('x'), Key: 'a b' }]), '0.Key'],
    ['a unit of 21 characters', on('atlas', 'AddDimensions', [{ ...dimension('x'), Unit: 'u'.repeat(21) }]), '0.Unit'],
    ['a long dimension name', on('atlas', 'AddDimensions', [{ ...dimension('x'), Name: 'n'.repeat(81) }]), '0.Name'],
    ['an unknown visibility', on('atlas', 'UpdateVisibility', { TargetVisibility: 'Hidden' }), 'TargetVisibility'],
  ])('refuses %s at once', async (_what, change, field) => {
    expect((await refusal(stage.start([change]))).message).toContain(field);
  });
});

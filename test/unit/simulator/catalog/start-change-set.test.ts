import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import {
  createCatalogStage,
  LANTERNFISH,
  refusal,
  type CatalogStage,
  type Change,
} from '../../../support/catalog-stage.ts';
import { createOffer, OFFER, onOffer, privateOffer } from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const rename = (Name: string, slug = 'atlas active') => onOffer(slug, 'UpdateInformation', { Name });
const refused = (changes: unknown, more: Record<string, unknown> = {}) =>
  refusal(stage.call('StartChangeSet', { ChangeSet: changes, ...more }));

describe('StartChangeSet refuses', () => {
  const BAD: readonly (readonly [string, unknown, Record<string, unknown>, string])[] = [
    ['no changes', [], {}, 'ChangeSet'],
    ['21 changes', Array(21).fill(rename('x')), {}, 'ChangeSet'],
    ['a comma in the name', [rename('x')], { ChangeSetName: 'Acme, Q3' }, 'ChangeSetName'],
    ['a name of 101 characters', [rename('x')], { ChangeSetName: 'a'.repeat(101) }, 'ChangeSetName'],
    ['a token of 65 characters', [rename('x')], { ClientRequestToken: 'a'.repeat(65) }, 'ClientRequestToken'],
    ['an unknown intent', [rename('x')], { Intent: 'TRY' }, 'Intent'],
    ['a tag without a value', [rename('x')], { ChangeSetTags: [{ Key: 'a' }] }, 'ChangeSetTags.0.Value'],
    ['a change name with digits', [{ ...createOffer('atlas'), ChangeName: 'Offer1' }], {}, 'ChangeName'],
    ['a change name twice', [createOffer('atlas'), createOffer('beacon')], {}, 'ChangeName'],
    ['an unknown change type', [{ ...rename('x'), ChangeType: 'CancelOffer' }], {}, 'CancelOffer'],
    ['an unknown entity type', [{ ...rename('x'), Entity: { Type: 'Bicycle@1.0' } }], {}, 'Entity.Type'],
    ['a type without a version', [{ ...rename('x'), Entity: { Type: 'Offer' } }], {}, 'Entity.Type'],
    ['an identifier on a creation', [{ ...createOffer('atlas'), Entity: OFFER }], {}, 'Identifier'],
    ['both forms of details', [{ ...rename('x'), Details: '{}' }], {}, 'exactly one'],
    ['details that are no JSON', [{ ...rename('x'), DetailsDocument: undefined, Details: '{x' }], {}, 'Details'],
    [
      'a long details text',
      [{ ...rename('x'), DetailsDocument: undefined, Details: `"${'a'.repeat(16_400)}"` }],
      {},
      '16384',
    ],
    [
      'a type that is not the entity’s',
      [
        {
          ...rename('x'),
          Entity: { Type: 'SaaSProduct@1.0', Identifier: seedId('offer', 'atlas active') },
          DetailsDocument: { ProductTitle: 'x' },
        },
      ],
      {},
      'Offer@1.0',
    ],
    ['the same change twice', [rename('x'), rename('y')], {}, 'twice'],
    [
      'an offer set by an id that is none',
      [
        {
          ...createOffer('atlas'),
          DetailsDocument: { ProductId: seedId('prod', 'atlas'), OfferSetId: 'bundle' },
        },
      ],
      {},
      'OfferSetId: must be the id of an offer set',
    ],
    ['a name with a bracket', [rename('Gold <2027>')], {}, 'Name'],
    ['a reference to nothing', [{ ...rename('x'), Entity: OFFER }], {}, '$New.Entity.Identifier'],
  ];

  test.each(BAD)('%s', async (_what, changes, more, word) => {
    const error = await refused(changes, more);
    expect(error).toMatchObject({ code: 'ValidationException', httpStatus: 422 });
    expect(error.message).toContain(word);
    expect((await stage.call('ListChangeSets'))['ChangeSetSummaryList']).toEqual([]);
  });

  test('every wrong member at once, each with its change type and field', async () => {
    const error = await refused([
      onOffer('atlas active', 'UpdateInformation', { Name: ' starts with a blank' }),
      onOffer('atlas active', 'UpdateAvailability', { AvailabilityEndDate: 'soon', Extra: 1 }),
    ]);
    const fields = error.members['ValidationExceptionFieldList'];
    expect(fields).toMatchObject([
      { Reason: 'FieldValidationFailed', ChangeType: 'UpdateInformation', Field: 'Name' },
      { ChangeType: 'UpdateAvailability', Field: 'AvailabilityEndDate', EntityType: 'Offer@1.0' },
      { ChangeType: 'UpdateAvailability', Field: 'Extra' },
    ]);
  });

  test('a stale revision, naming the latest', async () => {
    const id = seedId('offer', 'atlas active');
    const error = await refused([{ ...rename('x'), Entity: { Type: 'Offer@1.0', Identifier: `${id}@1` } }]);
    expect(error.message).toContain(`'${id}@2'`);
    await stage.start([{ ...rename('x'), Entity: { Type: 'Offer@1.0', Identifier: `${id}@2` } }]);
  });

  test('entities of others as unknown', async () => {
    const error = await refused([rename('x', 'inkwell active')]);
    expect(error).toMatchObject({ code: 'ResourceNotFoundException', httpStatus: 404 });
    expect((await refused([createOffer('inkwell')])).message).toContain('ProductId');
  });

  test.each([
    ['AssociateSolution', { Type: 'OfferSet@1.0', Identifier: 'offerset-x1' }, {}],
    ['CreateSolution', { Type: 'Solution@1.0' }, {}],
    ['AddRegions', { Type: 'AmiProduct@1.0', Identifier: 'prod-x' }, {}],
  ])('%s as not simulated yet', async (ChangeType, Entity, DetailsDocument) => {
    const error = await refused([{ ChangeType, Entity, DetailsDocument }]);
    expect(error.code).toBe('NotSimulatedException');
    expect(error.message).toContain('not simulated yet');
  });
});

describe('StartChangeSet', () => {
  test('takes any characters in a description', async () => {
    const change = onOffer('atlas active', 'UpdateInformation', { Description: ' <deal 1> \\ 契約' });
    expect((await stage.run([change])).Status).toBe('SUCCEEDED');
  });

  test('takes changes in any order and details as text', async () => {
    const changes = privateOffer(stage).reverse();
    const asText = changes.map(({ DetailsDocument, ...change }): Change => ({
      ...change,
      Details: JSON.stringify(DetailsDocument),
    }));
    expect((await stage.run(asText)).Status).toBe('SUCCEEDED');
  });

  test('answers the same change set for the same token and payload, until tokens are forgotten', async () => {
    const send = (name: string) => stage.start([rename(name)], { ClientRequestToken: 'token-1' });
    const first = await send('x');
    expect(await send('x')).toBe(first);
    const other = await refusal(send('y'));
    expect(other).toMatchObject({
      code: 'ValidationException',
      message: expect.stringContaining('ClientRequestToken'),
    });
    await stage.clock.advance(60_000);
    expect(await send('x')).toBe(first);
    stage.service.forgetTokens(LANTERNFISH);
    expect(await send('x')).not.toBe(first);
  });

  test('can have a service without any memory for tokens', async () => {
    stage.service.controls.tokensForgotten = true;
    const send = () => stage.start(privateOffer(stage), { ClientRequestToken: 'token-1' });
    expect(await send()).not.toBe(await send());
  });

  test('allows 20 offers at the same time', async () => {
    for (let count = 0; count < 20; count += 1) await stage.start([createOffer('atlas')]);
    const error = await refusal(stage.start([createOffer('atlas')]));
    expect(error).toMatchObject({ code: 'ServiceQuotaExceededException', httpStatus: 402 });
    await stage.clock.advance(60_000);
    await stage.start([createOffer('atlas')]);
  });

  test('allows 250 open change sets', async () => {
    const newProduct = { ChangeType: 'CreateProduct', Entity: { Type: 'SaaSProduct@1.0' }, DetailsDocument: {} };
    for (let count = 0; count < 250; count += 1) await stage.start([newProduct]);
    expect(await refusal(stage.start([newProduct]))).toMatchObject({ code: 'ServiceQuotaExceededException' });
  });

  test('lets images be changed side by side, but not the same change nor while one is applied', async () => {
    const on = (ChangeType: string, DetailsDocument: unknown) => ({
      ...{ ChangeType, DetailsDocument },
      Entity: { Type: 'AmiProduct@1.0', Identifier: seedId('prod', 'logbook') },
    });
    const info = on('UpdateInformation', { ProductTitle: 'Other' });
    await stage.start([info]);
    expect((await refusal(stage.start([info]))).code).toBe('ResourceInUseException');
    const targeting = on('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [] } });
    await stage.start([targeting]);
    await stage.clock.advance(2_000);
    expect((await refusal(stage.start([on('UpdateVisibility', { TargetVisibility: 'Limited' })]))).code).toBe(
      'ResourceInUseException',
    );
  });

  test('keeps names, tags and the failures that were asked for', async () => {
    const ChangeSetTags = [{ Key: 'team', Value: 'emea' }];
    const named = await stage.start([rename('x')], { ChangeSetName: 'Rename it', ChangeSetTags });
    const ResourceArn = `arn:aws:aws-marketplace:us-east-1:${LANTERNFISH}:AWSMarketplace/ChangeSet/${named}`;
    expect(await stage.call('ListTagsForResource', { ResourceArn })).toEqual({ ResourceArn, Tags: ChangeSetTags });
    await stage.clock.advance(60_000);
    const failure = { accountId: LANTERNFISH, failureCode: 'SERVER_FAULT', message: 'Try again later.' } as const;
    stage.service.failNextChangeSet(failure);
    expect(await stage.run([rename('y')])).toMatchObject({
      Status: 'FAILED',
      FailureCode: 'SERVER_FAULT',
      FailureDescription: 'Try again later.',
    });
    const blamed = {
      ...failure,
      failureCode: 'CLIENT_ERROR',
      changeType: 'UpdateInformation',
      errorCode: 'MISSING_NAME',
    } as const;
    stage.service.failNextChangeSet(blamed);
    const failed = await stage.run([rename('z')]);
    expect(failed.ChangeSet[0]?.ErrorDetailList).toEqual([
      { ErrorCode: 'MISSING_NAME', ErrorMessage: 'Try again later.' },
    ]);
    expect((await stage.run([rename('z')])).Status).toBe('SUCCEEDED');
  });

  test('takes the time that a script gives it', async () => {
    stage.service.controls.script({ prepareMs: 10, applyMs: 86_400_000 });
    const id = await stage.start([rename('x')]);
    await stage.clock.advance(3_600_000);
    expect((await stage.describe(id)).Status).toBe('APPLYING');
    await stage.clock.advance(86_400_000);
    expect((await stage.describe(id)).Status).toBe('SUCCEEDED');
  });
});

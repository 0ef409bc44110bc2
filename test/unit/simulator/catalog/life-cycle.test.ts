import { beforeEach, describe, expect, test } from 'vitest';
import { createCatalogStage, refusal, type CatalogStage } from '../../../support/catalog-stage.ts';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { onOffer, privateOffer } from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

describe('a change set', () => {
  test('goes from PREPARING over APPLYING to SUCCEEDED and resolves its references', async () => {
    const id = await stage.start(privateOffer(stage));
    expect((await stage.describe(id)).Status).toBe('PREPARING');
    await stage.clock.advance(2_000);
    expect((await stage.describe(id)).Status).toBe('APPLYING');
    await stage.clock.advance(10_000);
    const done = await stage.describe(id);
    expect(done.Status).toBe('SUCCEEDED');
    const identifiers = new Set(done.ChangeSet.map(({ Entity }) => Entity.Identifier));
    expect([...identifiers]).toEqual([expect.stringMatching(/^offer-[a-z0-9]{13}@1$/)]);
    const offerId = String([...identifiers][0]).split('@')[0] ?? '';
    expect(await stage.entity(offerId)).toMatchObject({ Id: offerId, State: 'Released', Name: 'Test offer' });
    expect(stage.events.map(({ detailType }) => detailType)).toEqual(['Change Set Succeeded', 'Offer Released']);
  });

  test('that fails stores nothing and blames the guilty change only', async () => {
    const before = await stage.call('ListEntities', { EntityType: 'Offer', MaxResults: 50 });
    const done = await stage.run(privateOffer(stage, { UpdateInformation: { Name: 'No description' } }));
    expect(done).toMatchObject({ Status: 'FAILED', FailureCode: 'CLIENT_ERROR', FailureDescription: null });
    const guilty = done.ChangeSet.filter(({ ErrorDetailList }) => ErrorDetailList.length > 0);
    expect(guilty.map(({ ChangeType }) => ChangeType)).toEqual(['ReleaseOffer']);
    expect(guilty[0]?.ErrorDetailList[0]?.ErrorCode).toBe('MISSING_DESCRIPTION');
    expect(await stage.call('ListEntities', { EntityType: 'Offer', MaxResults: 50 })).toEqual(before);
  });

  test('can be cancelled while it prepares, and not later', async () => {
    const id = await stage.start([onOffer('atlas active', 'UpdateInformation', { Name: 'Other' })]);
    await stage.call('CancelChangeSet', { ChangeSetId: id });
    expect(await stage.describe(id)).toMatchObject({ Status: 'CANCELLED', FailureCode: null });
    await stage.clock.advance(60_000);
    expect((await stage.describe(id)).Status).toBe('CANCELLED');
    expect(stage.events.map(({ detailType }) => detailType)).toEqual(['Change Set Cancelled']);
    const later = await stage.start([onOffer('atlas active', 'UpdateInformation', { Name: 'Other' })]);
    await stage.clock.advance(2_000);
    expect(await refusal(stage.call('CancelChangeSet', { ChangeSetId: later }))).toMatchObject({
      code: 'ResourceInUseException',
      httpStatus: 423,
    });
  });

  test('goes on after the service is stopped and loaded again', async () => {
    const id = await stage.start(privateOffer(stage));
    await stage.clock.advance(2_000);
    const saved: unknown = JSON.parse(JSON.stringify(stage.service.save()));
    stage.service.stop();
    await stage.clock.advance(60_000);
    expect((await stage.describe(id)).Status).toBe('APPLYING');
    stage.service.load(saved);
    await stage.clock.advance(0);
    expect((await stage.describe(id)).Status).toBe('SUCCEEDED');
  });

  test('locks the entities it changes and the products it refers to', async () => {
    const offerId = seedId('offer', 'atlas active');
    const id = await stage.start([onOffer('atlas active', 'UpdateInformation', { Name: 'Other' })]);
    const locked = await refusal(stage.start([onOffer('atlas active', 'UpdateInformation', { Name: 'Third' })]));
    expect(locked).toMatchObject({ code: 'ResourceInUseException', httpStatus: 423 });
    expect(locked.message).toContain(`entity: '${offerId}'  change sets: ${id}.`);
    await stage.start(privateOffer(stage));
    const product = { Type: 'SaaSProduct@1.0', Identifier: seedId('prod', 'atlas') };
    const change = { ChangeType: 'UpdateInformation', Entity: product, DetailsDocument: { ProductTitle: 'X' } };
    expect((await refusal(stage.start([change]))).code).toBe('ResourceInUseException');
    // Two new offers on one product do not disturb each other.
    await stage.start(privateOffer(stage));
    await stage.clock.advance(60_000);
    await stage.start([change]);
  });
});

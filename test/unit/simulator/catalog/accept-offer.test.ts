import { beforeEach, describe, expect, test } from 'vitest';
import type { CatalogState } from '../../../../src/simulator/catalog/store.ts';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { BUYER, createCatalogStage, refusal, type CatalogStage } from '../../../support/catalog-stage.ts';
import { onOffer } from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const accept = (slug: string, buyerAccountId = BUYER, choice: object = {}) =>
  stage.service.acceptOffer({ offerId: seedId('offer', slug), buyerAccountId, ...choice });

/** The same world before the buyer accepted anything. */
function withoutAgreements({ service }: CatalogStage): CatalogState {
  return { ...(service.save() as CatalogState), agreements: [] };
}

describe('a buyer', () => {
  test('accepts an offer: an agreement exists and both sides are told', async () => {
    const agreement = await accept('krill contract');
    expect(agreement).toMatchObject({ status: 'ACTIVE', acceptor: BUYER, proposer: '111122223333', intent: 'NEW' });
    expect(agreement['id']).toMatch(/^agmt-[a-z0-9]{25}$/);
    expect(stage.service.agreements()).toContainEqual(agreement);
    expect(stage.events.map(({ accountId, detailType }) => [accountId, detailType])).toEqual([
      ['111122223333', 'Purchase Agreement Created - Proposer'],
      [BUYER, 'Purchase Agreement Created - Acceptor'],
    ]);
    expect(await stage.entity(seedId('offer', 'krill contract'))).toMatchObject({ State: 'Released' });
  });

  test('chooses a duration and quantities where the offer leaves a choice', async () => {
    const choice = { duration: 'P24M', quantities: { users: 20, sites: 2 } };
    stage.service.load(withoutAgreements(stage));
    const agreement = await accept('atlas active', BUYER, choice);
    expect(agreement).toMatchObject({ choice, autoRenew: null, initialAgreementId: agreement['id'] });
    expect(String(agreement['endTime']).slice(0, 4)).toBe(String(Number(stage.day(0).slice(0, 4)) + 2));
  });

  test.each([
    ['a duration that the offer lacks', 'atlas active', { duration: 'P36M' }, 'duration'],
    ['a dimension that the offer lacks', 'atlas active', { quantities: { storage_tb: 1 } }, 'quantities.storage_tb'],
    ['half a unit', 'atlas active', { quantities: { users: 0.5 } }, 'quantities.users'],
    ['nothing', 'atlas active', { quantities: {} }, 'quantities'],
    ['two tiers', 'beacon expiring', { quantities: { silver: 1, gold: 1 } }, 'quantities'],
    ['a quantity of a fixed offer', 'atlas schedule', { quantities: { users: 1 } }, 'quantities'],
    ['a duration of a fixed offer', 'atlas schedule', { duration: 'P12M' }, 'duration'],
    ['renewal without a renewal term', 'atlas active', { autoRenew: true }, 'autoRenew'],
  ])('cannot choose %s', async (_what, slug, choice, field) => {
    const refused = await refusal(accept(slug, BUYER, choice));
    expect(refused.code).toBe('ValidationException');
    expect(refused.message).toContain(field);
  });

  test('gets the dates of a future dated offer', async () => {
    const agreement = await accept('harbor future dated');
    const [start = '', end = ''] = [String(agreement['startTime']), String(agreement['endTime'])];
    expect(start.slice(10)).toBe('T00:00:00.000Z');
    expect(end.slice(10)).toBe('T23:59:59.999Z');
    expect(Date.parse(start)).toBeGreaterThan(stage.clock.now());
  });

  test.each([
    ['an offer for somebody else', 'krill contract', '202020202020', 'ResourceNotFoundException'],
    ['a draft', 'harbor draft', BUYER, 'ResourceNotFoundException'],
    ['an expired offer', 'atlas expired', BUYER, 'ConflictException'],
    ['a second contract for a product', 'atlas active', BUYER, 'ConflictException'],
    ['with an account that is none', 'krill contract', '12', 'ValidationException'],
  ])('cannot accept %s', async (_what, slug, buyer, code) => {
    expect((await refusal(accept(slug, buyer))).code).toBe(code);
  });

  test('can accept until the last second of the last day', async () => {
    const today = { AvailabilityEndDate: stage.day(0) };
    await stage.call('StartChangeSet', { ChangeSet: [onOffer('krill contract', 'UpdateAvailability', today)] });
    const endOfDay = Date.parse(`${stage.day(0)}T23:59:59Z`);
    await stage.clock.advance(Math.max(0, endOfDay - stage.clock.now()));
    await stage.clock.advance(2_000);
    expect((await refusal(accept('krill contract'))).code).toBe('ConflictException');
  });
});

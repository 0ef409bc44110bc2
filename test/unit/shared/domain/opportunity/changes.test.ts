import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneOpportunity } from '../../../../../src/shared/domain/opportunity/clone.ts';
import { companyKeyOf, findDuplicates, siteKeyOf } from '../../../../../src/shared/domain/opportunity/duplicates.ts';
import { lockOf } from '../../../../../src/shared/domain/opportunity/fields.ts';
import {
  changedPaths,
  followSent,
  goOnFrom,
  mergeBodies,
  rebase,
} from '../../../../../src/shared/domain/opportunity/merge.ts';
import { isAssociationId, toKnownValue } from '../../../../../src/shared/domain/opportunity/picklists.ts';
import { COUNTRIES, isPostalCode } from '../../../../../src/shared/domain/opportunity/places.ts';
import { setAt, toDraftPath } from '../../../../../src/shared/domain/opportunity/record.ts';
import {
  closeLaunched,
  closeLost,
  moveTo,
  nextStage,
  stepStates,
} from '../../../../../src/shared/domain/opportunity/stage.ts';
import { anyBody, COMPLETE, heldAs, pick, targetOf, TODAY } from '../../../../support/opportunity-drafts.ts';

describe('two changes of the same record', () => {
  const base = pick(COMPLETE);
  const set = (path: string, value: unknown) => setAt(base, path, value);

  it('merge by themselves where they concern different fields', () => {
    const mine = set('lifeCycle.nextSteps', 'Call Ana');
    const theirs = setAt(set('lifeCycle.targetCloseDate', '2027-05-01'), 'lifeCycle.reviewStatus', 'Approved');
    const merge = mergeBodies(base, mine, theirs);
    expect(merge.clashes).toEqual([]);
    expect(merge.taken.toSorted()).toEqual(['lifeCycle.reviewStatus', 'lifeCycle.targetCloseDate']);
    expect(merge.body.lifeCycle).toMatchObject({
      nextSteps: 'Call Ana',
      targetCloseDate: '2027-05-01',
      reviewStatus: 'Approved',
    });
  });

  it('are shown where both changed one field, and the choice counts', () => {
    const held = heldAs('Approved');
    const mine = setAt(held, 'lifeCycle.nextSteps', 'Mine');
    const newest = setAt(held, 'lifeCycle.nextSteps', 'Theirs');
    const target = { ...targetOf(newest), lastModifiedDate: '2026-11-21T00:00:00Z' };
    const { clashes } = mergeBodies(held.target!.base, mine, target.base);
    expect(clashes).toEqual([{ path: 'lifeCycle.nextSteps', base: 'Send the offer', mine: 'Mine', theirs: 'Theirs' }]);
    expect(rebase(mine, target, {}).lifeCycle.nextSteps).toBe('Mine');
    const taken = rebase(mine, target, { 'lifeCycle.nextSteps': 'theirs' });
    expect(taken.lifeCycle.nextSteps).toBe('Theirs');
    expect(taken.target?.lastModifiedDate).toBe('2026-11-21T00:00:00Z');
  });

  it('keep what each side associated', () => {
    const held = heldAs('Approved');
    const added = { type: 'AwsProducts', id: 'AmazonEC2', name: 'Amazon EC2' } as const;
    const other = { type: 'Solutions', id: 'S-9', name: '' } as const;
    const target = { ...held.target!, associations: [...held.associations, other] };
    expect(rebase({ ...held, associations: [added] }, target, {}).associations).toEqual([other, added]);
  });

  it('never lose a change of either side, and end equal when both did the same', () => {
    fc.assert(
      fc.property(anyBody, anyBody, anyBody, (was, mine, theirs) => {
        const merge = mergeBodies(was, mine, theirs);
        const both = new Set([...changedPaths(was, mine), ...changedPaths(was, theirs)]);
        for (const path of changedPaths(was, merge.body)) expect(both.has(path)).toBe(true);
        for (const path of changedPaths(was, theirs)) {
          const kept = merge.taken.includes(path) || merge.clashes.some((clash) => clash.path === path);
          expect(kept || !changedPaths(mine, theirs).includes(path)).toBe(true);
        }
        expect(mergeBodies(was, mine, mine).clashes).toEqual([]);
        expect(mergeBodies(was, was, theirs).body).toEqual(theirs);
      }),
      { numRuns: 60 },
    );
  });

  it('of a send and of what was typed during it are one, unless another person typed too', () => {
    const saved = heldAs('Approved');
    const sent = setAt(saved, 'lifeCycle.stage', 'Committed');
    const added = { type: 'Solutions', id: 'S-9', name: '' } as const;
    const held = { ...targetOf(sent), associations: [...saved.associations, added], lastModifiedDate: 'later' };
    const other = goOnFrom(sent, sent, held);
    const typed = setAt(sent, 'lifeCycle.nextSteps', 'Typed during the send');
    const one = followSent(typed, sent, other);
    expect(one).toMatchObject({
      lifeCycle: { stage: 'Committed', nextSteps: 'Typed during the send' },
      target: { lastModifiedDate: 'later', base: { lifeCycle: { stage: 'Committed' } } },
    });
    // What AWS has put beside it meanwhile stays.
    expect(one?.associations).toContainEqual(added);
    expect(followSent(typed, sent, { ...other, target: saved.target })).toBeNull();
    expect(followSent(typed, sent, setAt(other, 'project.additionalComments', 'Another window'))).toBeNull();
    const clashing = { ...held, base: { ...held.base, lifeCycle: { ...held.base.lifeCycle, nextSteps: 'AWS' } } };
    expect(followSent(typed, sent, goOnFrom(sent, sent, clashing))).toBeNull();
    // Made just now: nothing of it was at AWS before.
    const fresh = { ...sent, target: null };
    expect(followSent({ ...typed, target: null }, fresh, goOnFrom(fresh, fresh, held))).toMatchObject({
      lifeCycle: { nextSteps: 'Typed during the send' },
      target: { opportunityId: held.opportunityId },
    });
  });

  it('carry members that nobody here knows', () => {
    const theirs = { ...base, carried: { 'Project.New': 1 } };
    expect(mergeBodies(base, base, theirs).body.carried).toEqual({ 'Project.New': 1 });
    expect(mergeBodies(theirs, theirs, base).body.carried).toEqual({});
  });
});

describe('a clone', () => {
  it('keeps the deal and drops what belongs to the other record', () => {
    const offer = { type: 'AwsMarketplaceOffers', id: 'offer-1', name: '' } as const;
    const held = heldAs('Approved', { stage: 'Launched', reviewComments: 'Fine', targetCloseDate: '2020-01-01' });
    const source = { ...held, associations: [...held.associations, offer], carried: { NewBlock: 1 } };
    const clone = cloneOpportunity(source, TODAY);
    expect(clone.target).toBeNull();
    expect(clone.clonedFrom).toBe('O1234567');
    expect(clone.partnerOpportunityIdentifier).toBe('');
    expect(clone.lifeCycle).toMatchObject({
      stage: 'Prospect',
      reviewStatus: '',
      reviewComments: '',
      targetCloseDate: '',
    });
    expect(clone.associations).toEqual(COMPLETE.associations);
    expect(clone.carried).toEqual({});
    expect(clone.customer).toEqual(source.customer);
  });
});

describe('the stage path', () => {
  it('goes on step by step and has two ends', () => {
    expect(nextStage('Prospect')).toBe('Qualified');
    expect(nextStage('Launched')).toBeNull();
    expect(nextStage('Closed Lost')).toBeNull();
    expect(stepStates('Qualified').map(({ state }) => state)).toEqual([
      'done',
      'current',
      'open',
      'open',
      'open',
      'open',
    ]);
    const lost = closeLost(COMPLETE, 'Price');
    expect(lost.lifeCycle).toMatchObject({ stage: 'Closed Lost', closedLostReason: 'Price' });
    expect(moveTo(lost, 'Qualified').lifeCycle.closedLostReason).toBe('');
    expect(closeLaunched(lost, ' 000012345678 ')).toMatchObject({
      lifeCycle: { stage: 'Launched', closedLostReason: '' },
      customer: { account: { awsAccountId: '000012345678' } },
    });
  });
});

describe('what AWS locks', () => {
  const standing = (reviewStatus: string, stage = 'Qualified', origin = 'Partner Referral') => ({
    reviewStatus,
    stage,
    origin,
  });
  it.each([
    ['project.title', standing('Pending Submission'), null],
    ['project.title', null, null],
    ['project.title', standing('Action Required'), 'action-required'],
    ['project.customerBusinessProblem', standing('Action Required'), null],
    ['customer.account.address.city', standing('Action Required'), null],
    ['lifeCycle.targetCloseDate', standing('In review'), 'in-review'],
    ['lifeCycle.targetCloseDate', standing('Rejected'), 'rejected'],
    ['customer.account.websiteUrl', standing('Approved'), 'approved'],
    ['lifeCycle.stage', standing('Approved'), null],
    ['project.expectedCustomerSpend.0.amount', standing('Approved'), null],
    ['project.expectedCustomerSpend.0.currencyCode', standing('Approved'), 'approved'],
    ['project.additionalComments', standing('Approved', 'Launched'), null],
    ['lifeCycle.nextSteps', standing('Approved', 'Launched'), 'launched'],
    ['associations', standing('Approved', 'Closed Lost'), 'lost'],
    ['opportunityTeam.0.email', standing('Approved'), 'elsewhere'],
    ['project.title', standing('Pending Submission', 'Prospect', 'AWS Referral'), 'approved'],
  ])('%s under %o: %s', (path, at, lock) => {
    expect(lockOf(path, at)).toBe(lock);
  });
});

describe('duplicates', () => {
  const wanted = {
    companyName: 'Example Corp.',
    websiteUrl: 'https://www.Example.com/shop',
    useCase: 'Database',
    targetCloseDate: '2027-03-31',
    title: 'Move the shop',
  };
  const row = { ...wanted, id: 'O1', companyName: 'EXAMPLE', websiteUrl: 'example.com' };

  it('are told by the customer and what else is alike', () => {
    const other = { ...row, id: 'O2', useCase: 'Training', title: 'Other', targetCloseDate: '2027-04-20' };
    const stranger = { ...row, id: 'O3', companyName: 'Else', websiteUrl: 'else.example' };
    const alone = { ...other, id: 'O4', targetCloseDate: '2028-01-01' };
    expect(findDuplicates(wanted, [alone, stranger, other, row])).toEqual([
      { id: 'O1', traits: ['company', 'website', 'use-case', 'close-date', 'title'], likelihood: 'likely' },
      { id: 'O2', traits: ['company', 'website', 'close-date'], likelihood: 'possible' },
    ]);
  });

  it.each([
    ['The Example Company, Inc.', 'example'],
    ['EXAMPLE  Holdings Co., Ltd.', 'example'],
    ['Müller & Söhne GmbH', 'muller and sohne'],
    ['株式会社サンプル', 'サンプル'],
    ['範例科技股份有限公司', '範例科技'],
    ['Ｅｘａｍｐｌｅ', 'example'],
    ['Inc.', 'inc'],
    ['', ''],
  ])('know the company %s as %s', (name, key) => {
    expect(companyKeyOf(name)).toBe(key);
  });

  it.each([
    ['https://WWW.Example.com/de/?a=1', 'example.com'],
    ['example.com:443', 'example.com'],
    ['shop.example.com', 'shop.example.com'],
    ['', ''],
  ])('know the site %s as %s', (url, key) => {
    expect(siteKeyOf(url)).toBe(key);
  });

  it('are never told by what is empty', () => {
    const empty = { companyName: '', websiteUrl: '', useCase: '', targetCloseDate: '', title: '' };
    expect(findDuplicates(empty, [{ ...empty, id: 'O1' }])).toEqual([]);
  });
});

describe('what stands beside an opportunity', () => {
  it('is sent by AWS’s name for it, and a refusal of it is told there', () => {
    expect(isAssociationId('Solutions', 'S-0000042')).toBe(true);
    expect(isAssociationId('Solutions', 'Shop in the cloud')).toBe(false);
    const product = 'arn:aws:aws-marketplace:us-east-1:111122223333:AWSMarketplace/SaaSProduct/prod-1';
    expect(isAssociationId('AwsMarketplaceProducts', product)).toBe(true);
    expect(isAssociationId('AwsMarketplaceProducts', 'prod')).toBe(false);
    expect(isAssociationId('AwsProducts', 'AmazonEC2')).toBe(true);
    expect(toDraftPath('relatedEntityIdentifier')).toBe('associations');
    expect(toDraftPath('Project.Title')).toBe('project.title');
    expect(toDraftPath('SoftwareRevenue.Value')).toBe('softwareRevenue.value.amount');
  });
});

describe('AWS’s lists', () => {
  it('are read in every spelling that AWS has used', () => {
    expect(toKnownValue('closedLostReason', 'Lost to Competitor – Google')).toBe('Lost to Competitor - Google');
    expect(toKnownValue('salesActivity', 'Finalized Deployment Needs')).toBe('Finalized Deployment Need');
    expect(toKnownValue('useCase', 'Migration/Database Migration')).toBe('Migration / Database Migration');
    expect(toKnownValue('useCase', 'Something else')).toBe('Something else');
  });

  it('hold 249 countries and their postal codes', () => {
    expect(COUNTRIES).toHaveLength(249);
    expect(isPostalCode('US', '10001-1234')).toBe(true);
    expect(isPostalCode('US', '9931')).toBe(false);
    expect(isPostalCode('AE', 'anything')).toBe(true);
  });
});

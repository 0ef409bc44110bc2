import { describe, expect, it } from 'vitest';
import { compareOfferSets } from '../../../../../src/shared/domain/offer-set/compare.ts';
import { compileOfferSet } from '../../../../../src/shared/domain/offer-set/compile.ts';
import {
  contentOf,
  createOfferSetDraft,
  draftOfSet,
  isSameContent,
  rebaseDraft,
  type OfferSetDraft,
} from '../../../../../src/shared/domain/offer-set/draft.ts';
import { readOfferSetEntity } from '../../../../../src/shared/domain/offer-set/entity.ts';
import { toOfferSetState, type SetMember } from '../../../../../src/shared/domain/offer-set/offer-set.ts';
import {
  OFFER_SET_RULES,
  preflightOfferSet,
  type OfferSetFacts,
} from '../../../../../src/shared/domain/offer-set/preflight.ts';
import { reduceOfferSet } from '../../../../../src/shared/domain/offer-set/reducer.ts';

const HELD = { name: 'Bundle', buyerNotes: 'Take both.', solutionId: '', offerIds: ['offer-a', 'offer-b'] };
const DRAFT = draftOfSet('offerset-one', HELD);

const member = (id: string, changes: Partial<SetMember> = {}): SetMember => ({
  kind: 'offer',
  id,
  name: `Name of ${id}`,
  productId: `prod-${id}`,
  productTitle: null,
  state: 'active',
  buyers: ['012345678901'],
  currency: 'USD',
  availabilityEndDate: '2026-12-31',
  offerSetId: 'offerset-one',
  obstacle: null,
  url: null,
  ...changes,
});

const FACTS: OfferSetFacts = {
  draft: DRAFT,
  members: [member('offer-a'), member('offer-b')],
  awsState: 'Draft',
  openDrafts: 0,
};

const second = (changes: Partial<SetMember>): Partial<OfferSetFacts> => ({
  members: [member('offer-a'), member('offer-b', changes)],
});
const drafted = (changes: Partial<OfferSetDraft>): Partial<OfferSetFacts> => ({ draft: { ...DRAFT, ...changes } });
const many = Array.from({ length: 8 }, (_, index) => `offer-${index}`);

/** For each rule what breaks it alone, and where it is said. */
const BREAKERS: Readonly<Record<string, readonly [change: Partial<OfferSetFacts>, path: string]>> = {
  'set-released': [{ awsState: 'Released' }, 'target'],
  'set-name-missing': [drafted({ name: ' ' }), 'name'],
  'set-name-long': [drafted({ name: 'x'.repeat(151) }), 'name'],
  'set-notes-long': [drafted({ buyerNotes: 'x'.repeat(1001) }), 'buyerNotes'],
  'set-notes-missing': [{ draft: draftOfSet('offerset-one', { ...HELD, buyerNotes: '' }) }, 'buyerNotes'],
  'set-solution-id': [drafted({ solutionId: 'prod-one' }), 'solutionId'],
  'set-too-many-offers': [{ draft: { ...DRAFT, offerIds: many }, members: many.map((id) => member(id)) }, 'offerIds'],
  'set-too-few-offers': [{ draft: { ...DRAFT, offerIds: ['offer-a'] }, members: [member('offer-a')] }, 'offerIds'],
  'set-one-per-product': [second({ productId: 'prod-offer-a' }), 'offerIds.1'],
  'set-cannot-join': [second({ offerSetId: 'offerset-two' }), 'offerIds.1'],
  'set-unknown-offer': [
    second({ state: 'unknown', buyers: [], currency: null, availabilityEndDate: null, offerSetId: null }),
    'offerIds.1',
  ],
  'set-draft-offers': [second({ state: 'draft' }), 'offerIds.1'],
  'set-expired-offers': [second({ state: 'expired' }), 'offerIds.1'],
  'set-no-buyers': [second({ buyers: [] }), 'offerIds.1'],
  'set-same-buyers': [second({ buyers: ['012345678901', '999988887777'] }), 'offerIds'],
  'set-same-currency': [second({ currency: 'EUR' }), 'offerIds'],
  'set-same-end-date': [second({ availabilityEndDate: '2027-01-31' }), 'offerIds'],
  'set-open-drafts': [{ openDrafts: 1 }, 'target'],
};

describe('the rules of offer sets', () => {
  it('find nothing in a set that AWS takes', () => {
    expect(preflightOfferSet(FACTS)).toEqual([]);
  });

  it.each(Object.entries(BREAKERS))('say %s, and nothing else, at its field', (ruleId, [change, path]) => {
    const found = preflightOfferSet({ ...FACTS, ...change });
    expect(found.map((finding) => [finding.ruleId, finding.path])).toEqual([[ruleId, path]]);
  });

  it('say that notes cannot be taken away again', () => {
    const found = preflightOfferSet({ ...FACTS, ...drafted({ buyerNotes: '' }) });
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['set-notes-cleared', 'set-notes-missing']);
  });

  it('are all tried here, each with its row of the reference', () => {
    const tried = new Set([...Object.keys(BREAKERS), 'set-notes-cleared']);
    expect(new Set(OFFER_SET_RULES.map(({ id }) => id))).toEqual(tried);
    expect(OFFER_SET_RULES.every(({ source }) => /^[0-9]/.test(source))).toBe(true);
  });

  it('compare buyers in whatever order', () => {
    const [one, other] = ['012345678901', '999988887777'];
    const members = [member('offer-a', { buyers: [one, other] }), member('offer-b', { buyers: [other, one] })];
    expect(preflightOfferSet({ ...FACTS, members })).toEqual([]);
  });

  it('say why a draft or an offer cannot be in the set', () => {
    const draft = { ...createOfferSetDraft(), name: 'New', buyerNotes: 'x', draftIds: ['d1', 'd2', 'd3', 'd4', 'd5'] };
    const own = (id: string, changes: Partial<SetMember>) =>
      member(id, { kind: 'draft', state: 'draft', offerSetId: null, ...changes });
    const members = [
      own('d1', {}),
      own('d2', { obstacle: 'at-aws' }),
      own('d3', { obstacle: 'replacement' }),
      own('d4', { obstacle: 'gone', productId: null, buyers: [], currency: null, availabilityEndDate: null }),
      own('d5', { offerSetId: 'offerset-two' }),
    ];
    const found = preflightOfferSet({ draft, members, awsState: null, openDrafts: 0 });
    expect(found.map(({ path, messageKey }) => [path, messageKey.split('.').at(-1)])).toEqual([
      ['draftIds.1', 'at-aws'],
      ['draftIds.2', 'replacement'],
      ['draftIds.3', 'gone'],
      ['draftIds.4', 'other-set'],
    ]);
    const alone = preflightOfferSet({ ...FACTS, ...second({ offerSetId: null }) });
    expect(alone[0]?.messageKey).toMatch(/no-set$/);
  });
});

describe('the request', () => {
  it('of a new set makes it, with its notes and its solution', () => {
    const draft = { ...createOfferSetDraft(), name: ' Bundle ', buyerNotes: 'Take both.', solutionId: 'soln-one' };
    const changes = compileOfferSet(draft, false);
    expect(changes.map(({ ChangeType }) => ChangeType)).toEqual([
      'CreateOfferSet',
      'UpdateInformation',
      'AssociateSolution',
    ]);
    expect(changes[0]).toMatchObject({ Entity: { Type: 'OfferSet@1.0' }, DetailsDocument: { Name: 'Bundle' } });
    expect(changes[1]?.Entity.Identifier).toBe(`$${changes[0]?.ChangeName}.Entity.Identifier`);
  });

  it('of one that exists holds what has changed alone', () => {
    expect(compileOfferSet(DRAFT, false)).toEqual([]);
    const draft: OfferSetDraft = { ...DRAFT, name: 'Other', offerIds: ['offer-b', 'offer-c'] };
    const Entity = { Type: 'OfferSet@1.0', Identifier: 'offerset-one' };
    expect(compileOfferSet(draft, true)).toEqual([
      { ChangeType: 'UpdateInformation', Entity, DetailsDocument: { Name: 'Other' } },
      { ChangeType: 'DisassociateOffers', Entity, DetailsDocument: { Offers: [{ OfferId: 'offer-a' }] } },
      { ChangeType: 'AssociateOffers', Entity, DetailsDocument: { Offers: [{ OfferId: 'offer-c' }] } },
      { ChangeType: 'ReleaseOfferSet', Entity, DetailsDocument: {} },
    ]);
    const [change] = compileOfferSet(
      { ...draftOfSet('offerset-one', { ...HELD, solutionId: 'soln-a' }), solutionId: '' },
      false,
    );
    expect(change).toMatchObject({ ChangeType: 'DisassociateSolution', DetailsDocument: { SolutionId: 'soln-a' } });
  });
});

describe('a set that was changed elsewhere', () => {
  const elsewhere = { ...HELD, name: 'Renamed there', offerIds: ['offer-b', 'offer-d'] };

  it('keeps what was typed here and takes in the rest', () => {
    const typed: OfferSetDraft = { ...DRAFT, buyerNotes: 'Mine', offerIds: ['offer-a', 'offer-c'] };
    expect(rebaseDraft(typed, elsewhere)).toEqual({
      ...typed,
      name: 'Renamed there',
      offerIds: ['offer-d', 'offer-c'],
      target: { ...elsewhere, offerSetId: 'offerset-one' },
    });
  });

  it('is told from one that was not', () => {
    expect(isSameContent(HELD, { ...HELD, offerIds: ['offer-b', 'offer-a'] })).toBe(true);
    expect(isSameContent(HELD, elsewhere)).toBe(false);
  });
});

describe('what AWS holds', () => {
  const document = {
    Name: 'Bundle',
    BuyerNotes: 'Take both.',
    State: 'Released',
    SolutionId: null,
    AssociatedOffers: [{ OfferId: 'offer-b' }, { OfferId: 'offer-a', New: 1 }],
    Unheard: true,
  };

  it('is read without trusting it, and compared with what was meant', () => {
    const entity = readOfferSetEntity(document);
    if (!entity) throw new Error('not read');
    expect(contentOf(entity)).toEqual({ ...HELD, offerIds: ['offer-b', 'offer-a'] });
    expect(compareOfferSets(DRAFT, entity, true)).toEqual([]);
    expect(compareOfferSets({ ...DRAFT, name: 'Other' }, { ...entity, awsState: 'Draft' }, true)).toEqual([
      { path: 'name', meant: 'Other', found: 'Bundle' },
      { path: 'state', meant: 'Released', found: 'Draft' },
    ]);
    expect(readOfferSetEntity('nothing')).toBeNull();
  });

  it('expires with its earliest offer', () => {
    expect(toOfferSetState('Draft', '2020-01-01', '2026-11-27')).toBe('draft');
    expect(toOfferSetState('Released', '2026-11-27', '2026-11-27')).toBe('released');
    expect(toOfferSetState('Released', '2026-11-26', '2026-11-27')).toBe('expired');
  });
});

it('an offer is put in once, and taken out', () => {
  const put = reduceOfferSet(DRAFT, { type: 'offer.put', id: 'offer-a' });
  expect(put).toBe(DRAFT);
  expect(reduceOfferSet(DRAFT, { type: 'offer.take', id: 'offer-a' }).offerIds).toEqual(['offer-b']);
  expect(reduceOfferSet(DRAFT, { type: 'text', field: 'name', value: 'x'.repeat(2000) }).name).toHaveLength(1000);
});

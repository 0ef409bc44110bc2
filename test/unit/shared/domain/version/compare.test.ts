import fc from 'fast-check';
import { OFFER_KINDS } from '../../../../../src/shared/domain/offer/draft.ts';
import { validDraft } from '../../../../support/offer-drafts.ts';
import { describe, expect, it } from 'vitest';
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import { toAgreementForm } from '../../../../../src/shared/domain/version/agreement-form.ts';
import { compareSides } from '../../../../../src/shared/domain/version/compare.ts';
import { flatten } from '../../../../../src/shared/domain/version/flatten.ts';
import { labelOf } from '../../../../../src/shared/domain/version/label.ts';
import { toOfferForm } from '../../../../../src/shared/domain/version/offer-form.ts';

function base(): OfferDraft {
  return {
    ...createOfferDraft(),
    product: { id: 'prod-a', type: 'SaaSProduct', title: 'Atlas' },
    kind: 'saas-contract-consumption',
    name: 'Deal',
    buyers: ['012345678901', '111122223333'],
    usagePrices: [{ dimensionKey: 'calls', price: '0.10' }],
    contract: {
      selection: 'units',
      rateCards: [{ duration: 'P1Y', prices: [{ dimensionKey: 'seat', price: '1000.00' }] }],
    },
    isRenewal: false,
  };
}

const side = (draft: OfferDraft) => ({ entries: toOfferForm(draft), termsOnly: false });
const differences = (before: OfferDraft, after: OfferDraft) =>
  compareSides(side(before), side(after)).rows.filter(({ change }) => change !== 'same');

describe('two drafts of one offer', () => {
  it('are the same where only the spelling differs', () => {
    const again: OfferDraft = {
      ...base(),
      buyers: ['111122223333', '012345678901'],
      usagePrices: [
        { dimensionKey: 'calls', price: '0.1' },
        { dimensionKey: 'later', price: '' },
      ],
      contract: {
        selection: 'units',
        rateCards: [{ duration: 'P12M', prices: [{ dimensionKey: 'seat', price: '1000' }] }],
      },
      isRenewal: null,
      allowZeroPrices: true,
    };
    expect(differences(base(), again)).toEqual([]);
  });

  it('tell each difference by the key of its entry', () => {
    const after: OfferDraft = {
      ...base(),
      name: 'Deal 2',
      buyers: ['012345678901', '444455556666'],
      usagePrices: [{ dimensionKey: 'calls', price: '0.2' }],
      contract: {
        selection: 'units',
        rateCards: [
          ...base().contract.rateCards,
          { duration: 'P24M', prices: [{ dimensionKey: 'seat', price: '1900' }] },
        ],
      },
    };
    expect(differences(base(), after)).toEqual([
      { path: ['buyers', '444455556666'], change: 'added', before: null, after: true },
      { path: ['buyers', '111122223333'], change: 'removed', before: true, after: null },
      { path: ['name'], change: 'changed', before: 'Deal', after: 'Deal 2' },
      { path: ['usagePrices', 'calls', 'price'], change: 'changed', before: '0.1', after: '0.2' },
      {
        path: ['contract', 'rateCards', 'P24M', 'prices', 'seat', 'price'],
        change: 'added',
        before: null,
        after: '1900',
      },
    ]);
  });

  it('tell charges by their date, and two on one day apart', () => {
    const paid = (schedule: { date: string; amount: string }[]): OfferDraft => ({
      ...base(),
      installments: { enabled: true, duration: '', grants: [{ dimensionKey: 'seat', quantity: '5' }], schedule },
    });
    const before = paid([
      { date: '2027-02-01', amount: '10' },
      { date: '2027-01-01', amount: '5.00' },
    ]);
    const after = paid([
      { date: '2027-01-01', amount: '5' },
      { date: '2027-02-01', amount: '11' },
      { date: '2027-02-01', amount: '1' },
    ]);
    expect(differences(before, after).map(({ path, change }) => [path.at(-2), change])).toEqual([
      ['2027-02-01', 'changed'],
      ['2027-02-01 #2', 'added'],
    ]);
  });

  it('leave out what is switched off, and say what the switch changes', () => {
    const off: OfferDraft = {
      ...base(),
      installments: { enabled: false, duration: 'P12M', grants: [], schedule: [{ date: '2027-01-01', amount: '7' }] },
    };
    expect(differences(base(), off)).toEqual([]);
    const on: OfferDraft = { ...off, installments: { ...off.installments, enabled: true } };
    expect(differences(off, on).map(({ path }) => path[0])).toContain('installments');
    expect(
      differences(off, on)
        .filter(({ path }) => path[0] === 'contract')
        .every(({ change }) => change === 'removed'),
    ).toBe(true);
  });

  it('show a term that nobody knows whole', () => {
    const term = { Type: 'NewTerm', Something: { Deep: 1 } };
    const carried = { terms: [term], rules: [], members: [] };
    expect(differences(base(), { ...base(), carried })).toEqual([
      { path: ['carried', 'terms', 'NewTerm'], change: 'added', before: null, after: term },
    ]);
    const reordered = { ...carried, terms: [{ Something: { Deep: 1 }, Type: 'NewTerm' }] };
    expect(differences({ ...base(), carried }, { ...base(), carried: reordered })).toEqual([]);
  });

  it('compare members that a later draft brings without being told of them', () => {
    const later: OfferDraft = { ...base(), markup: '15.0', ...{ notKnownYet: { inside: { percent: '3.0' } } } };
    expect(differences(base(), later).map(({ path }) => path.join('.'))).toEqual([
      'markup',
      'notKnownYet.inside.percent',
    ]);
  });

  it('do not take an unknown kind or file for a difference', () => {
    const file = { sha256: 'a'.repeat(64), name: 'Terms.pdf', sizeBytes: 1 };
    const sent: OfferDraft = { ...base(), eula: { kind: 'custom', file } };
    expect(differences(sent, { ...base(), kind: null, eula: { kind: 'held-by-aws' } })).toEqual([]);
    const other = { ...file, sha256: 'b'.repeat(64) };
    expect(differences(sent, { ...base(), eula: { kind: 'custom', file: other } })).toHaveLength(1);
  });
});

describe('an agreement and the offer it accepted', () => {
  const terms = [
    {
      configurableUpfrontPricingTerm: {
        type: 'ConfigurableUpfrontPricingTerm',
        currencyCode: 'USD',
        rateCards: [
          {
            selector: { type: 'Duration', value: 'P12M' },
            constraints: { multipleDimensionSelection: 'Allowed', quantityConfiguration: 'Allowed' },
            rateCard: [{ dimensionKey: 'seat', price: '1000' }],
          },
        ],
      },
    },
    {
      usageBasedPricingTerm: {
        type: 'UsageBasedPricingTerm',
        currencyCode: 'USD',
        rateCards: [{ rateCard: [{ dimensionKey: 'calls', price: '0.1' }] }],
      },
    },
    { legalTerm: { type: 'LegalTerm', documents: [{ type: 'StandardEula', version: '2022-07-14' }] } },
  ];

  it('are compared by their terms alone', () => {
    const agreement = { entries: toAgreementForm(terms, null), termsOnly: true };
    const { rows, termsOnly } = compareSides(side(base()), agreement);
    expect(termsOnly).toBe(true);
    expect(rows.filter(({ change }) => change !== 'same')).toEqual([]);
    expect(rows.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['usagePrices', 'contract', 'eula']));
    expect(rows.map(({ path }) => path[0])).not.toContain('name');
  });
});

describe('any other document', () => {
  it('is laid flat by the keys of its lists', () => {
    const document = {
      Name: 'Authorization',
      Dimensions: [{ Type: 'Entitled', Key: 'a' }],
      Rules: [{ Type: 'AvailabilityRule', AvailabilityEndDate: '2027-01-01T00:00:00Z' }],
      Empty: [],
      Nothing: null,
    };
    expect(flatten(document).map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['Name', 'Authorization'],
      ['Dimensions.a.Type', 'Entitled'],
      ['Rules.AvailabilityRule.AvailabilityEndDate', '2027-01-01'],
    ]);
  });
});

describe('the words for a path', () => {
  it.each([
    [['name'], 'name', {}],
    [['buyers', '012345678901'], 'buyer', { buyer: '012345678901' }],
    [
      ['contract', 'rateCards', 'P12M', 'prices', 'seat.pro', 'price'],
      'contractPrice',
      { duration: 'P12M', dimension: 'seat.pro' },
    ],
    [['carried', 'terms', 'NewTerm'], 'unknownTerm', { type: 'NewTerm' }],
    [['carried', 'members', 'Offer', 'X'], 'other', { path: 'Offer › X' }],
    [['something', 'new'], 'other', { path: 'something › new' }],
  ])('%j', (path, key, params) => {
    expect(labelOf(path)).toEqual({ key, params });
  });

  it('are there for everything that a valid offer of any kind holds', () => {
    const drafts = OFFER_KINDS.flatMap((kind) => fc.sample(validDraft(kind), { numRuns: 40, seed: 7 }));
    const paths = drafts.flatMap(({ draft }) => toOfferForm(draft).map(({ path }) => path));
    const nameless = paths.filter((path) => labelOf(path).key === 'other').map((path) => path.join('/'));
    expect([...new Set(nameless)]).toEqual([]);
  });
});

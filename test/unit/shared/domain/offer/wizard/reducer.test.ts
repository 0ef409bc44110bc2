import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createOfferDraft,
  offerDraftSchema,
  OFFER_KINDS,
  type OfferDraft,
  type OfferKind,
  type ProductParts,
} from '../../../../../../src/shared/domain/offer/draft.ts';
import { serviceModesFor } from '../../../../../../src/shared/domain/offer/kinds.ts';
import type { DraftAction } from '../../../../../../src/shared/domain/offer/wizard/actions.ts';
import { reduceDraft } from '../../../../../../src/shared/domain/offer/wizard/reducer.ts';

const first = { id: 'prod-aaaaaaaaaaaaa', type: 'SaaSProduct', title: 'Ledger' } as const;
const second = { id: 'prod-bbbbbbbbbbbbb', type: 'AmiProduct', title: 'Ledger' } as const;

function parts(kind: OfferKind | null): ProductParts {
  return { kind, usagePrices: [], contract: { selection: 'units', rateCards: [] }, grants: [] };
}

/** Where a product of this kind starts from. */
function start(kind: OfferKind | null): OfferDraft {
  const { usagePrices, contract } = parts(kind);
  return { ...createOfferDraft(), kind, usagePrices, contract, name: 'Ledger 2027', availabilityEndDate: '2027-01-31' };
}

function run(actions: readonly DraftAction[], from: OfferDraft = createOfferDraft()): OfferDraft {
  return actions.reduce(reduceDraft, from);
}

const contract: DraftAction[] = [
  { type: 'product.choose', product: first, start: start('saas-contract') },
  { type: 'rateCard.add', duration: 'P12M' },
  { type: 'prices.set', card: 0, lines: [{ dimensionKey: 'seats', price: '120' }] },
];

describe('reduceDraft', () => {
  it('keeps the prices of each product and brings them back', () => {
    const there = run([...contract, { type: 'product.choose', product: second, start: start('ami-hourly') }]);
    expect(there.contract.rateCards).toEqual([]);
    expect(there.kind).toBe('ami-hourly');
    const back = run([{ type: 'product.choose', product: first, start: start('saas-contract') }], there);
    expect(back.kind).toBe('saas-contract');
    expect(back.contract.rateCards).toEqual([{ duration: 'P12M', prices: [{ dimensionKey: 'seats', price: '120' }] }]);
  });

  it('starts a name, an expiry and a service length where there is none, and leaves what was typed', () => {
    const choose: DraftAction = {
      type: 'product.choose',
      product: second,
      start: { ...start('ami-hourly'), service: { mode: 'duration', duration: 'P365D' } },
    };
    expect(run([choose])).toMatchObject({
      name: 'Ledger 2027',
      availabilityEndDate: '2027-01-31',
      service: { mode: 'duration', duration: 'P365D' },
    });
    const typed = run([
      { type: 'text.set', field: 'name', value: 'Mine' },
      { type: 'service.duration', duration: 'P30D' },
      choose,
    ]);
    expect(typed).toMatchObject({ name: 'Mine', service: { mode: 'duration', duration: 'P30D' } });
  });

  it('does not let the same product choose its kind again', () => {
    const draft = run([
      { type: 'product.choose', product: first, start: start('saas-contract-consumption') },
      { type: 'kind.choose', kind: 'saas-contract', parts: parts('saas-contract') },
      { type: 'product.choose', product: { ...first, title: 'Ledger 2' }, start: start('saas-contract-consumption') },
    ]);
    expect(draft.kind).toBe('saas-contract');
    expect(draft.product?.title).toBe('Ledger 2');
  });

  it('moves the service length to what the kind allows and remembers the other one', () => {
    const dated = run([
      ...contract,
      { type: 'service.startDate', date: '2027-04-01' },
      { type: 'service.endDate', date: '2028-03-31' },
      { type: 'service.mode', mode: 'buyer-choice' },
      { type: 'installments.enable', enabled: true },
    ]);
    expect(dated.service).toEqual({ mode: 'duration', duration: '' });
    const again = run(
      [
        { type: 'service.duration', duration: 'P1Y' },
        { type: 'service.mode', mode: 'dates' },
      ],
      dated,
    );
    expect(again.service).toEqual({ mode: 'dates', startDate: '2027-04-01', endDate: '2028-03-31' });
    expect(run([{ type: 'service.mode', mode: 'duration' }], again).service).toEqual({
      mode: 'duration',
      duration: 'P1Y',
    });
  });

  it('edits the last day of an imported offer without inventing a first day', () => {
    const imported = { ...createOfferDraft(), service: { mode: 'end-date', endDate: '2027-12-31' } as const };
    expect(run([{ type: 'service.endDate', date: '2028-01-31' }], imported).service).toEqual({
      mode: 'end-date',
      endDate: '2028-01-31',
    });
  });

  it('keeps schedule and grants while instalments are off', () => {
    const row = { date: '2027-01-01', amount: '10' };
    const draft = run([
      ...contract,
      { type: 'installments.enable', enabled: true },
      { type: 'grants.set', grants: [{ dimensionKey: 'seats', quantity: '5' }] },
      { type: 'schedule.replace', rows: [row] },
      { type: 'installments.enable', enabled: false },
    ]);
    expect(draft.installments).toMatchObject({
      enabled: false,
      grants: [{ dimensionKey: 'seats', quantity: '5' }],
      schedule: [row],
    });
    expect(draft.service.mode).toBe('buyer-choice');
  });

  it('edits, inserts and removes schedule rows in place', () => {
    const draft = run([
      {
        type: 'schedule.replace',
        rows: [
          { date: '2027-01-01', amount: '1' },
          { date: '2027-03-01', amount: '3' },
        ],
      },
      { type: 'schedule.insert', index: 1, row: { date: '2027-02-01', amount: '' } },
      { type: 'schedule.edit', index: 1, patch: { amount: '2' } },
      { type: 'schedule.remove', index: 0 },
    ]);
    expect(draft.installments.schedule).toEqual([
      { date: '2027-02-01', amount: '2' },
      { date: '2027-03-01', amount: '3' },
    ]);
  });

  it('keeps an uploaded EULA and the renewal details while another answer is chosen', () => {
    const file = { sha256: 'a'.repeat(64), name: 'terms.pdf', sizeBytes: 10 };
    const draft = run([
      ...contract,
      { type: 'eula.file', file },
      { type: 'eula.choose', kind: 'standard' },
      { type: 'renewal.answer', isRenewal: true },
      { type: 'renewal.details', details: { acquisitionChannel: 'External' } },
      { type: 'renewal.answer', isRenewal: false },
    ]);
    expect(draft.eula).toEqual({ kind: 'standard', version: '2022-07-14' });
    expect(draft.renewal).toBeNull();
    const back = run(
      [
        { type: 'eula.choose', kind: 'custom' },
        { type: 'renewal.answer', isRenewal: true },
      ],
      draft,
    );
    expect(back.eula).toEqual({ kind: 'custom', file });
    expect(back.renewal).toEqual({ acquisitionChannel: 'External', pricingModel: 'Contract' });
  });

  it('keeps the order of the rows, also of emptied ones', () => {
    const draft = run([
      ...contract,
      {
        type: 'prices.set',
        card: 0,
        lines: [
          { dimensionKey: 'gold', price: '7' },
          { dimensionKey: 'seats', price: '' },
        ],
      },
    ]);
    expect(draft.contract.rateCards[0]?.prices).toEqual([
      { dimensionKey: 'seats', price: '' },
      { dimensionKey: 'gold', price: '7' },
    ]);
  });

  it('adds the empty rows of a kind without touching what was typed', () => {
    const rows: ProductParts = {
      ...parts('saas-contract-consumption'),
      usagePrices: [{ dimensionKey: 'calls', price: '' }],
      contract: { selection: 'units', rateCards: [{ duration: 'P36M', prices: [] }] },
    };
    const draft = run([...contract, { type: 'kind.choose', kind: 'saas-contract-consumption', parts: rows }]);
    expect(draft.usagePrices).toEqual(rows.usagePrices);
    expect(draft.contract.rateCards[0]?.duration).toBe('P12M');
  });

  it('names a buyer once', () => {
    const draft = run([
      { type: 'buyers.add', ids: ['012345678901', '111122223333'] },
      { type: 'buyers.add', ids: ['012345678901'] },
      { type: 'buyers.remove', id: '111122223333' },
    ]);
    expect(draft.buyers).toEqual(['012345678901']);
  });
});

const amount = fc.constantFrom('0', '1.5', '120', 'x');
const date = fc.constantFrom('', '2027-01-31', '2027-02-28');
const choice: fc.Arbitrary<DraftAction> = fc.oneof(
  fc.record({
    type: fc.constant('product.choose' as const),
    product: fc.constantFrom(first, second),
    start: fc.constantFrom(...OFFER_KINDS).map(start),
  }),
  fc.constantFrom(...OFFER_KINDS).map((kind): DraftAction => ({ type: 'kind.choose', kind, parts: parts(kind) })),
  fc.record({
    type: fc.constant('service.mode' as const),
    mode: fc.constantFrom('buyer-choice' as const, 'duration' as const, 'dates' as const),
  }),
  fc.record({ type: fc.constant('installments.enable' as const), enabled: fc.boolean() }),
  fc.record({
    type: fc.constant('eula.choose' as const),
    kind: fc.constantFrom('standard' as const, 'custom' as const),
  }),
  fc.record({ type: fc.constant('renewal.answer' as const), isRenewal: fc.boolean() }),
  fc.record({
    type: fc.constant('selection.set' as const),
    selection: fc.constantFrom('units' as const, 'tiers' as const),
  }),
);
const typing: fc.Arbitrary<DraftAction> = fc.oneof(
  fc.record({ type: fc.constant('service.duration' as const), duration: fc.constantFrom('P12M', 'P30D', 'P') }),
  fc.record({ type: fc.constant('service.startDate' as const), date }),
  fc.record({
    type: fc.constant('prices.set' as const),
    card: fc.constantFrom('usage' as const, 0),
    lines: fc.array(fc.record({ dimensionKey: fc.constantFrom('a', 'b'), price: amount }), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('schedule.replace' as const),
    rows: fc.array(fc.record({ date, amount }), { maxLength: 3 }),
  }),
);

describe('any sequence of actions', () => {
  it('leaves a draft that can be saved', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(choice, typing), { maxLength: 30 }), (actions) => {
        expect(offerDraftSchema.safeParse(run(actions)).success).toBe(true);
      }),
    );
  });

  it('leaves a service length that the kind takes, as long as nobody chooses another one by hand', () => {
    const byKind = choice.filter(({ type }) => !type.startsWith('service'));
    fc.assert(
      fc.property(fc.array(byKind, { maxLength: 20 }), (actions) => {
        const draft = run(actions);
        if (draft.kind === null) return;
        const modes = serviceModesFor(draft.kind, draft.installments.enabled);
        expect(modes).toContain(draft.service.mode);
      }),
    );
  });

  it('loses nothing by choosing: what was typed comes back with the choices it was typed under', () => {
    const typed = run([
      ...contract,
      { type: 'installments.enable', enabled: true },
      { type: 'service.duration', duration: 'P18M' },
      { type: 'grants.set', grants: [{ dimensionKey: 'seats', quantity: '5' }] },
      { type: 'schedule.replace', rows: [{ date: '2027-01-01', amount: '10' }] },
      { type: 'eula.file', file: { sha256: 'b'.repeat(64), name: 'eula.pdf', sizeBytes: 2 } },
      { type: 'renewal.answer', isRenewal: true },
      { type: 'renewal.details', details: { acquisitionChannel: 'External', pricingModel: 'Byol' } },
      { type: 'selection.set', selection: 'tiers' },
    ]);
    const back: DraftAction[] = [
      { type: 'product.choose', product: first, start: start(null) },
      { type: 'kind.choose', kind: 'saas-contract', parts: parts('saas-contract') },
      { type: 'installments.enable', enabled: true },
      { type: 'service.mode', mode: 'duration' },
      { type: 'eula.choose', kind: 'custom' },
      { type: 'renewal.answer', isRenewal: true },
      { type: 'selection.set', selection: 'tiers' },
    ];
    const wandering = choice.filter(({ type }) => type !== 'selection.set');
    fc.assert(
      fc.property(fc.array(wandering, { maxLength: 25 }), (actions) => {
        const { setAside: _, ...after } = run([...actions, ...back], typed);
        const { setAside: __, ...before } = typed;
        expect(after).toEqual(before);
      }),
    );
  });
});

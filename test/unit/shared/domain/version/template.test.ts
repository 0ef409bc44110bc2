import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isPlainDate } from '../../../../../src/shared/domain/dates/plain-date.ts';
import { createOfferDraft, type OfferDraft } from '../../../../../src/shared/domain/offer/draft.ts';
import {
  askedPrices,
  fillTemplate,
  fitTemplate,
  hasRelativeDates,
  makeTemplate,
} from '../../../../../src/shared/domain/version/fill-template.ts';
import {
  isRelativeDate,
  resolveDate,
  toRelativeDate,
  toRelativeDates,
  toRelativeEnd,
} from '../../../../../src/shared/domain/version/relative-date.ts';
import { sampleProduct } from '../../../../support/samples.ts';

const anyDate = fc.integer({ min: -3000, max: 3000 }).map((days) => addDays('2027-01-31', days));

describe('relative dates', () => {
  it('mean the same day again when the start is the same', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 8 }), anyDate, (dates, start) => {
        expect(toRelativeDates(dates, start).map((text) => resolveDate(text, start))).toEqual(dates);
        expect(dates.map((date) => resolveDate(toRelativeDate(date, start), start))).toEqual(dates);
      }),
    );
  });

  it('fit the field that holds them and stay dates wherever they start', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, anyDate, (from, end, start, again) => {
        const text = toRelativeEnd(from, end, start);
        expect(text.length).toBeLessThanOrEqual(20);
        expect(resolveDate(text, start)).toBe(end);
        expect(isPlainDate(resolveDate(text, again))).toBe(true);
      }),
    );
  });

  it('keep a monthly row monthly', () => {
    const texts = toRelativeDates(['2027-01-15', '2027-02-15', '2027-03-15'], '2027-01-01');
    expect(texts).toEqual(['+14d', '+14d+1m', '+14d+2m']);
    expect(texts.map((text) => resolveDate(text, '2028-01-18'))).toEqual(['2028-02-01', '2028-03-01', '2028-04-01']);
  });

  it('keep a year a year', () => {
    const text = toRelativeEnd('2027-03-01', '2028-02-29', '2027-02-01');
    expect(text).toBe('+28d+12m-1d');
    expect(resolveDate(text, '2029-02-01')).toBe('2030-02-28');
  });

  it.each(['', 'soon', '2027-1-1', '+30', '30d', '+d'])('leave %j as it is', (text) => {
    expect(isRelativeDate(text)).toBe(false);
    expect(resolveDate(text, '2027-01-01')).toBe(text);
    expect(toRelativeDate(text, '2027-01-01')).toBe(text);
  });
});

function deal(): OfferDraft {
  return {
    ...createOfferDraft(),
    source: { kind: 'replacement', agreementId: 'agmt-1' },
    product: { id: 'prod-old', type: 'SaaSProduct', title: 'Old' },
    kind: 'saas-contract',
    name: 'Deal',
    description: 'For {{buyer}}',
    buyers: ['012345678901'],
    contract: {
      selection: 'units',
      rateCards: [
        {
          duration: 'P12M',
          prices: [
            { dimensionKey: 'users', price: '100' },
            { dimensionKey: 'spare', price: '' },
          ],
        },
      ],
    },
    availabilityEndDate: '2027-01-31',
    offerSetId: 'offerset-1',
    target: { offerId: 'offer-a', revision: '1', state: 'Released' },
  };
}

const ask = {
  buyers: 'ask',
  dates: 'relative',
  prices: 'ask',
  offerName: '{{product}} for {{buyer}}, {{date}}',
} as const;

describe('a template', () => {
  it('leaves behind what belongs to one deal, and asks for the rest', () => {
    const template = makeTemplate(deal(), ask, '2027-01-01');
    expect(template).toMatchObject({ source: { kind: 'direct' }, target: null, offerSetId: null });
    expect(template).toMatchObject({ buyers: ['{{buyer}}'], availabilityEndDate: '+30d' });
    expect(askedPrices(template).map(({ dotted }) => dotted)).toEqual(['contract.rateCards.P12M.prices.users.price']);
    expect(hasRelativeDates(template)).toBe(true);
  });

  it('gives an offer with every placeholder filled', () => {
    const product = { ...sampleProduct(), id: 'prod-new', title: 'Atlas' };
    const filled = fillTemplate(makeTemplate(deal(), ask, '2027-01-01'), {
      product,
      buyers: ['000000000001', '000000000002'],
      startDate: '2028-03-01',
      offerName: null,
      prices: { 'contract.rateCards.P12M.prices.users.price': '250' },
    });
    expect(filled).toMatchObject({
      product: { id: 'prod-new', title: 'Atlas' },
      name: 'Atlas for 000000000001, 000000000002, 2028-03-01',
      description: 'For 000000000001, 000000000002',
      buyers: ['000000000001', '000000000002'],
      availabilityEndDate: '2028-03-31',
    });
    expect(filled.contract.rateCards[0]?.prices).toEqual([
      { dimensionKey: 'users', price: '250' },
      { dimensionKey: 'spare', price: '' },
    ]);
    expect(JSON.stringify(filled)).not.toContain('{{');
  });

  it('leaves a price that nobody gave empty, so that the wizard asks for it', () => {
    const filled = fillTemplate(makeTemplate(deal(), ask, '2027-01-01'), {
      product: sampleProduct(),
      buyers: [],
      startDate: '2028-03-01',
      offerName: 'Mine',
      prices: {},
    });
    expect(filled).toMatchObject({ name: 'Mine', buyers: [] });
    expect(filled.contract.rateCards[0]?.prices[0]?.price).toBe('');
  });

  it('keeps what is to be kept', () => {
    const kept = makeTemplate(
      deal(),
      { buyers: 'keep', dates: 'keep', prices: 'keep', offerName: 'Deal' },
      '2027-01-01',
    );
    expect(kept).toMatchObject({
      buyers: ['012345678901'],
      availabilityEndDate: '2027-01-31',
      contract: deal().contract,
    });
    expect(askedPrices(kept)).toEqual([]);
    expect(hasRelativeDates(kept)).toBe(false);
  });

  it('says why it does not fit a product', () => {
    const product = sampleProduct();
    const own = { ...deal(), product: { id: product.id, type: product.type, title: product.title } };
    const template = (change: Partial<OfferDraft>) => makeTemplate({ ...own, ...change }, ask, '2027-01-01');
    expect(fitTemplate(template({ product: { id: 'x', type: 'AmiProduct', title: 'X' } }), product).reason).toBe(
      'type',
    );
    expect(fitTemplate(template({ kind: 'saas-subscription' }), { ...product, dimensions: [] }).reason).toBe('kind');
    const [dimension] = product.dimensions;
    const rateCards = (key: string) => [{ duration: 'P12M', prices: [{ dimensionKey: key, price: '1' }] }];
    const priced = (key: string) =>
      template({ kind: null, contract: { selection: 'units', rateCards: rateCards(key) } });
    expect(fitTemplate(priced('no-such'), product)).toMatchObject({
      fits: false,
      reason: 'dimensions',
      missing: ['no-such'],
    });
    expect(fitTemplate(priced(dimension?.key ?? ''), product)).toMatchObject({ fits: true, reason: null });
  });
});

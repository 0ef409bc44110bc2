import { describe, expect, it } from 'vitest';
import {
  fillPrices,
  parsePriceColumn,
  toPriceText,
} from '../../../../../../src/shared/domain/offer/wizard/price-column.ts';

const dimensions = [
  { key: 'gold', name: 'Gold tier' },
  { key: 'silver', name: 'Silver tier' },
  { key: 'bronze', name: 'Same' },
  { key: 'copper', name: 'Same' },
];

describe('parsePriceColumn', () => {
  it('fills downward from a dimension', () => {
    expect(parsePriceColumn('10\n20\n', dimensions, 'silver')).toEqual({
      lines: [
        { dimensionKey: 'silver', price: '10' },
        { dimensionKey: 'bronze', price: '20' },
      ],
      unknownKeys: [],
      surplus: 0,
    });
  });

  it('says how many lines had no place', () => {
    expect(parsePriceColumn('1\n2\n3', dimensions, 'copper')).toMatchObject({ surplus: 2 });
  });

  it('leaves out a heading', () => {
    expect(parsePriceColumn('Price\r\n$1,234.50', dimensions, null).lines).toEqual([
      { dimensionKey: 'gold', price: '1234.50' },
    ]);
  });

  it('goes by key or by a name that is unique, in any order', () => {
    const pasted = parsePriceColumn('Key\tPrice\ncopper\t4\ngold tier\t1\nSame\t9\ntin\t5', dimensions, 'silver');
    expect(pasted).toEqual({
      lines: [
        { dimensionKey: 'copper', price: '4' },
        { dimensionKey: 'gold', price: '1' },
      ],
      unknownKeys: ['Same', 'tin'],
      surplus: 0,
    });
  });

  it('keeps an empty line empty, so that the lines after it stay beside their dimension', () => {
    expect(parsePriceColumn('1\n\n3', dimensions, null).lines.map(({ price }) => price)).toEqual(['1', '', '3']);
  });
});

it('does not touch a price that it does not understand', () => {
  expect(toPriceText('1,5')).toBe('1,5');
  expect(toPriceText('USD 0.00000001')).toBe('0.00000001');
});

it('fills one price into many dimensions', () => {
  expect(fillPrices('2', ['gold', 'silver'])).toEqual([
    { dimensionKey: 'gold', price: '2' },
    { dimensionKey: 'silver', price: '2' },
  ]);
});

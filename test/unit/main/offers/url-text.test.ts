import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatOfferUrls, URL_COLUMNS } from '../../../../src/main/offers/url-text.ts';
import { toSafeCell } from '../../../../src/main/text/csv.ts';
import type { OfferUrl } from '../../../../src/shared/contract/offers.ts';

const headings = { name: 'オファー名', noUrl: 'not released', 'state.draft': 'Draft' };

function offer(changes: Partial<OfferUrl> = {}): OfferUrl {
  return {
    account: 'acme',
    offerId: 'offer-abcdefghijklm',
    name: 'Acme 2027 gold',
    productTitle: 'Analytics, "large"',
    productType: 'SaaSProduct',
    buyers: ['012345678901'],
    state: 'active',
    availabilityEndDate: '2027-01-31',
    awsAccountId: '000000000042',
    accountName: 'Acme Example',
    url: 'https://aws.amazon.com/marketplace/saas/ordering?productId=prod-a&offerId=offer-abcdefghijklm',
    ...changes,
  };
}

function parseCsv(text: string) {
  const [heads = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  return { heads, rows: rows.map((row) => Object.fromEntries(URL_COLUMNS.map((column, at) => [column, row[at]]))) };
}

describe('offer addresses as CSV', () => {
  it('begins with the mark that tells spreadsheets UTF-8, and with headings in the person’s language', () => {
    const text = formatOfferUrls([offer()], 'csv', headings);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(parseCsv(text).heads[0]).toBe('オファー名');
    expect(parseCsv(text).heads[1]).toBe('offerId');
  });

  it('writes 12-digit ids so that no spreadsheet makes numbers of them', () => {
    const [row] = parseCsv(formatOfferUrls([offer()], 'csv', headings)).rows;
    expect(row).toMatchObject({ awsAccountId: '="000000000042"', buyers: '="012345678901"' });
    const [two] = parseCsv(formatOfferUrls([offer({ buyers: ['012345678901', '111122223333'] })], 'csv', {})).rows;
    expect(two?.['buyers']).toBe('012345678901; 111122223333');
  });

  it('keeps every other value as it is', () => {
    const [row] = parseCsv(formatOfferUrls([offer()], 'csv', headings)).rows;
    expect(row).toMatchObject({ product: 'Analytics, "large"', offerId: 'offer-abcdefghijklm', url: offer().url });
  });

  it.each(['=HYPERLINK("https://evil.example")', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ' =1'])(
    'never lets a name run as a formula: %j',
    (name) => {
      const [row] = parseCsv(formatOfferUrls([offer({ name })], 'csv', headings)).rows;
      expect(row?.['name']).toBe(`'${name}`);
    },
  );

  it('gives no cell that a spreadsheet would run or turn into a number, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = toSafeCell(text);
        expect(/^\s*[=+\-@]/.test(cell) && !/^="[\d.,eE]+"$/.test(cell)).toBe(false);
        expect(/^\d+$/.test(cell)).toBe(false);
        expect(cell.includes(text)).toBe(true);
      }),
    );
  });
});

describe('offer addresses as text', () => {
  it('says instead of an address that a draft has none', () => {
    const draft = offer({ state: 'draft', url: null });
    expect(formatOfferUrls([draft], 'text', headings)).toBe('Acme 2027 gold\nnot released\n');
    expect(formatOfferUrls([draft], 'markdown', headings)).toContain('not released');
    expect(parseCsv(formatOfferUrls([draft], 'csv', headings)).rows[0]).toMatchObject({ url: '', state: 'Draft' });
  });

  it('keeps a Markdown table whole', () => {
    const text = formatOfferUrls([offer({ name: 'a|b\n[c](d)' })], 'markdown', headings);
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toContain('a\\|b \\[c\\](d)');
  });

  it('separates offers by an empty line', () => {
    expect(formatOfferUrls([offer(), offer({ name: 'B' })], 'text', {}).split('\n\n')).toHaveLength(2);
  });
});

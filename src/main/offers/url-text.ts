/** Offer addresses as text to save or paste. */
import type { OfferUrl } from '../../shared/contract/offers.ts';
import { toCsv } from '../text/csv.ts';

export type UrlTextFormat = 'csv' | 'text' | 'markdown';

/** Columns in order; headings come in the person's language under these keys. */
export const URL_COLUMNS = [
  'name',
  'offerId',
  'product',
  'account',
  'awsAccountId',
  'buyers',
  'state',
  'expires',
  'url',
] as const;
type UrlColumn = (typeof URL_COLUMNS)[number];

export interface Headings {
  readonly [key: string]: string;
}

const MEDIA_TYPES: Record<UrlTextFormat, string> = {
  csv: 'text/csv',
  text: 'text/plain',
  markdown: 'text/markdown',
};
const EXTENSIONS: Record<UrlTextFormat, string> = { csv: 'csv', text: 'txt', markdown: 'md' };

export function formatOfferUrls(urls: readonly OfferUrl[], format: UrlTextFormat, headings: Headings): string {
  if (format === 'csv') return toTable(urls, headings);
  if (format === 'markdown') return toMarkdown(urls, headings);
  return urls.map((url) => `${url.name || url.offerId}\n${url.url ?? noUrl(headings)}\n`).join('\n');
}

export function describeUrlFile(format: UrlTextFormat, today: string): { suggestedName: string; mediaType: string } {
  return { suggestedName: `offer-urls-${today}.${EXTENSIONS[format]}`, mediaType: MEDIA_TYPES[format] };
}

function toTable(urls: readonly OfferUrl[], headings: Headings): string {
  const rows = urls.map((url) => {
    const cells = toCells(url, headings);
    return URL_COLUMNS.map((column) => cells[column]);
  });
  return toCsv(
    URL_COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
}

function toMarkdown(urls: readonly OfferUrl[], headings: Headings): string {
  const columns: UrlColumn[] = ['name', 'product', 'buyers', 'expires', 'url'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = urls.map((url) => {
    const cells = toCells(url, headings);
    const address = url.url === null ? escapeMarkdown(noUrl(headings)) : `<${url.url}>`;
    return line(columns.map((column) => (column === 'url' ? address : escapeMarkdown(cells[column]))));
  });
  const heads = line(columns.map((column) => escapeMarkdown(headings[column] ?? column)));
  return `${[heads, line(columns.map(() => '---')), ...rows].join('\n')}\n`;
}

function toCells(url: OfferUrl, headings: Headings): Record<UrlColumn, string> {
  return {
    name: url.name,
    offerId: url.offerId,
    product: url.productTitle ?? '',
    account: url.accountName,
    awsAccountId: url.awsAccountId,
    buyers: url.buyers.join('; '),
    state: headings[`state.${url.state}`] ?? url.state,
    expires: url.availabilityEndDate ?? '',
    url: url.url ?? '',
  };
}

function noUrl(headings: Headings): string {
  return headings['noUrl'] ?? '-';
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\|*_`<>[\]]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ');
}

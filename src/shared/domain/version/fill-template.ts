/** Makes a template of an offer, and an offer of a template. */
import { createOfferDraft, type OfferDraft, type PriceLine } from '../offer/draft.ts';
import { kindsForProduct } from '../offer/kinds.ts';
import type { Product } from '../product/product.ts';
import { resolveDate, toRelativeDate, toRelativeDates, toRelativeEnd, isRelativeDate } from './relative-date.ts';
import type { AskedPrice, TemplateFit, TemplateOptions } from './template.ts';

export const BUYER_PLACEHOLDER = '{{buyer}}';
export const PRICE_PLACEHOLDER = '{{price}}';

/** What belongs to one deal alone (the offer it changes, its agreement, its set) is left behind. */
export function makeTemplate(draft: OfferDraft, options: TemplateOptions, today: string): OfferDraft {
  const { setAside: _aside, ...kept } = draft;
  const { source, offerSetId } = createOfferDraft();
  const made: OfferDraft = { ...kept, source, offerSetId, target: null, name: options.offerName };
  if (options.buyers === 'ask') made.buyers = [BUYER_PLACEHOLDER];
  if (options.dates === 'relative') useRelativeDates(made, today);
  return options.prices === 'ask' ? mapPrices(made, () => PRICE_PLACEHOLDER) : made;
}

function useRelativeDates(draft: OfferDraft, today: string): void {
  const { service, installments } = draft;
  draft.availabilityEndDate = toRelativeDate(draft.availabilityEndDate, today);
  if (service.mode === 'dates') {
    draft.service = {
      ...service,
      startDate: toRelativeDate(service.startDate, today),
      endDate: toRelativeEnd(service.startDate, service.endDate, today),
    };
  }
  if (service.mode === 'end-date') draft.service = { ...service, endDate: toRelativeDate(service.endDate, today) };
  const dates = toRelativeDates(
    installments.schedule.map(({ date }) => date),
    today,
  );
  const schedule = installments.schedule.map((row, index) => ({ ...row, date: dates[index] ?? row.date }));
  draft.installments = { ...installments, schedule };
}

export interface TemplateAnswers {
  readonly product: Product;
  readonly buyers: readonly string[];
  readonly startDate: string;
  /** null: the template's own name. */
  readonly offerName: string | null;
  readonly prices: Readonly<Record<string, string>>;
}

export function fillTemplate(unfilled: OfferDraft, answers: TemplateAnswers): OfferDraft {
  // Prices first: a charge is named by its date as the template has it.
  const template = mapPrices(unfilled, (price, path) =>
    price === PRICE_PLACEHOLDER ? (answers.prices[path.join('.')] ?? '') : price,
  );
  const { product, startDate } = answers;
  const at = (date: string) => resolveDate(date, startDate);
  const { service, installments } = template;
  const buyers = template.buyers.flatMap((buyer) => (buyer === BUYER_PLACEHOLDER ? answers.buyers : [buyer]));
  const words = (text: string) =>
    text
      .replaceAll(BUYER_PLACEHOLDER, buyers.join(', '))
      .replaceAll('{{date}}', startDate)
      .replaceAll('{{product}}', product.title);
  return {
    ...template,
    product: { id: product.id, type: product.type, title: product.title },
    buyers,
    name: words(answers.offerName ?? template.name),
    description: words(template.description),
    availabilityEndDate: at(template.availabilityEndDate),
    service:
      service.mode === 'dates'
        ? { ...service, startDate: at(service.startDate), endDate: at(service.endDate) }
        : service.mode === 'end-date'
          ? { ...service, endDate: at(service.endDate) }
          : service,
    installments: {
      ...installments,
      schedule: installments.schedule.map((row) => ({ ...row, date: at(row.date) })),
    },
  };
}

/** Prices that the form asks for, in the order of the offer. */
export function askedPrices(template: OfferDraft): AskedPrice[] {
  const asked: AskedPrice[] = [];
  mapPrices(template, (price, path) => {
    if (price === PRICE_PLACEHOLDER) asked.push({ path, dotted: path.join('.') });
    return price;
  });
  return asked;
}

export function hasRelativeDates({ availabilityEndDate, service, installments }: OfferDraft): boolean {
  const dates = [
    availabilityEndDate,
    ...(service.mode === 'dates' ? [service.startDate, service.endDate] : []),
    ...(service.mode === 'end-date' ? [service.endDate] : []),
    ...installments.schedule.map(({ date }) => date),
  ];
  return dates.some(isRelativeDate);
}

/** Whether a template can be used for a product; what it lacks otherwise. */
export function fitTemplate(template: OfferDraft, product: Product): TemplateFit {
  const about = { productId: product.id, title: product.title, type: product.type };
  const refuse = (reason: TemplateFit['reason'], missing: string[] = []) => ({
    ...about,
    fits: false,
    reason,
    missing,
  });
  if (template.product && template.product.type !== product.type) return refuse('type');
  if (template.kind !== null && !kindsForProduct(product).includes(template.kind)) return refuse('kind');
  const known = new Set([...product.dimensions, ...template.newDimensions].map(({ key }) => key));
  const missing = [...new Set(dimensionsOf(template))].filter((key) => !known.has(key));
  return missing.length > 0 ? refuse('dimensions', missing) : { ...about, fits: true, reason: null, missing };
}

function dimensionsOf({ usagePrices, contract, installments }: OfferDraft): string[] {
  const priced = [...usagePrices, ...contract.rateCards.flatMap(({ prices }) => prices)];
  return [
    ...priced.filter(({ price }) => price.trim() !== '').map(({ dimensionKey }) => dimensionKey),
    ...installments.grants.map(({ dimensionKey }) => dimensionKey),
  ];
}

/** The path names an entry by its key, as comparisons do: `usagePrices.seat.price`. */
function mapPrices(draft: OfferDraft, change: (price: string, path: string[]) => string): OfferDraft {
  const lines = (list: readonly PriceLine[], path: string[]) =>
    list.map((line) =>
      line.price === '' ? line : { ...line, price: change(line.price, [...path, line.dimensionKey, 'price']) },
    );
  const { contract, installments } = draft;
  return {
    ...draft,
    usagePrices: lines(draft.usagePrices, ['usagePrices']),
    contract: {
      ...contract,
      rateCards: contract.rateCards.map((card) => ({
        ...card,
        prices: lines(card.prices, ['contract', 'rateCards', card.duration, 'prices']),
      })),
    },
    installments: {
      ...installments,
      schedule: installments.schedule.map((row) =>
        row.amount === ''
          ? row
          : { ...row, amount: change(row.amount, ['installments', 'schedule', row.date, 'amount']) },
      ),
    },
  };
}

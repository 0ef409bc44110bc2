/** The request that would leave if nobody stopped it: what the compiler refuses to send is put in exactly as it was typed. */
import { addDays } from '../../src/shared/domain/dates/plain-date.ts';
import type { ChangeSetRequest } from '../../src/shared/domain/offer/change-set.ts';
import { compileOffer, type CompileOptions } from '../../src/shared/domain/offer/compile.ts';
import { OFFER_KIND_FACTS } from '../../src/shared/domain/offer/kinds.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import type { Product } from '../../src/shared/domain/product/product.ts';
import { OfferdeckError } from '../../src/shared/errors/app-error.ts';

type Json = Record<string, unknown>;
type ProductReference = Pick<Product, 'id' | 'type' | 'title'>;

/** null where no request can say it at all. */
export function requestAsTyped(
  draft: OfferDraft,
  product: ProductReference,
  options: CompileOptions,
): ChangeSetRequest | null {
  try {
    return compileOffer(draft, product, options);
  } catch (error) {
    if (!(error instanceof OfferdeckError)) throw error;
    if (error.data.code === 'unknown-terms-would-be-lost') return null;
    if (error.data.code !== 'preflight-failed') throw error;
    const paths = error.data.fields.map(({ path }) => path);
    const { id, type, title } = product;
    if (paths.includes('product')) {
      const request = requestAsTyped({ ...draft, product: { id, type, title } }, product, options);
      return request && replaceValues(request, id, undefined);
    }
    if (paths.includes('kind') && draft.kind !== null) {
      const [fitting = type] = OFFER_KIND_FACTS[draft.kind].productTypes;
      return requestAsTyped(draft, { ...product, type: fitting }, options);
    }
    return withStandIns(draft, paths, (mended) => compileOffer(mended, product, options));
  }
}

/** Compiles with a value of the right form at each refused path, then puts what was typed in its place. */
function withStandIns(
  draft: OfferDraft,
  paths: readonly string[],
  compile: (mended: OfferDraft) => ChangeSetRequest,
): ChangeSetRequest {
  const mended = structuredClone(draft);
  const swaps = paths.map((path, index) => putStandIn(mended, path, index));
  const request = compile(mended);
  return swaps.reduce((result, swap) => swap(result), request);
}

type Swap = (request: ChangeSetRequest) => ChangeSetRequest;

function putStandIn(draft: OfferDraft, path: string, index: number): Swap {
  if (path === 'eula') {
    draft.eula = { kind: 'standard', version: '2022-07-14' };
    return (request) => without(request, 'UpdateLegalTerms');
  }
  const { owner, key } = locate(draft, path);
  const typed = String(owner[key]);
  const standIn = standInFor(key, index);
  owner[key] = standIn;
  return (request) => replaceValues(request, standIn, NUMBERS.includes(key) ? asNumber(typed) : typed);
}

function locate(draft: OfferDraft, path: string): { owner: Json; key: string } {
  const steps = path.split('.');
  const key = steps.pop() ?? '';
  const owner = steps.reduce<unknown>((at, step) => (at as Json)[step], draft);
  return { owner: owner as Json, key };
}

const NUMBERS = ['quantity', 'maxRenewals', 'dayOfMonth'];

/** Larger, later and longer than anything that is generated, so that it is found again. */
function standInFor(key: string, index: number): string {
  if (key === 'duration') return `P${9000 + index}M`;
  if (key === 'netPayment') return `P${9000 + index}D`;
  if (/date$/i.test(key)) return addDays('2999-01-01', index);
  return String(98_000_000 + index);
}

const asNumber = (typed: string) => (/^-?[\d.]+$/.test(typed) ? Number(typed) : typed);

function replaceValues<T>(value: T, standIn: string, typed: unknown): T {
  const replace = (entry: unknown): unknown => {
    if (Array.isArray(entry)) return entry.map(replace);
    if (typeof entry === 'object' && entry !== null) {
      return Object.fromEntries(Object.entries(entry).map(([name, member]) => [name, replace(member)]));
    }
    // Periods and distances are sent as durations.
    if (typeof entry === 'string' && (entry === `P${standIn}D` || entry === `P${standIn}M`)) {
      return entry.replace(standIn, String(typed));
    }
    // A charge carries its minor unit by then: 98000000.00.
    const isIt = entry === standIn || (/^\d+$/.test(standIn) && entry !== '' && Number(entry) === Number(standIn));
    return isIt ? typed : entry;
  };
  return replace(value) as T;
}

function without(request: ChangeSetRequest, changeType: string): ChangeSetRequest {
  return { ...request, ChangeSet: request.ChangeSet.filter(({ ChangeType }) => ChangeType !== changeType) };
}

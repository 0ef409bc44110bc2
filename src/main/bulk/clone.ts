/** Drafts for many buyers from one pattern: the same offer, each with its buyer and its name. */
import Papa from 'papaparse';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { readBuyerRows, type BuyerList } from '../../shared/domain/bulk/buyer-list.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { breathe } from '../entities/breathe.ts';
import type { Database } from '../storage/database.ts';
import type { AccountSource } from '../sources.ts';

type CloneInput = ParsedInput<'bulk.cloneForBuyers'>;

/** Draft ids a transaction: each draft is a few kilobytes. */
const SLICE = 100;

export interface CloneDependencies {
  readonly database: Database;
  readonly accounts: AccountSource;
  readonly drafts: {
    get(id: string): { readonly account: string; readonly document: OfferDraft };
    insert(account: string, document: OfferDraft): { readonly id: string };
    remove(id: string): void;
  };
  /** A draft that holds what an offer at AWS holds, its EULA included. */
  readonly fromOffer: (account: string, offerId: string, signal: AbortSignal) => Promise<{ readonly id: string }>;
}

export function readBuyers(text: string): BuyerList {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: guessDelimiter(text) });
  return readBuyerRows(data);
}

/** A column of ids has no delimiter to guess from. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 2000);
  return ['\t', ';', ','].find((each) => head.includes(each)) ?? ',';
}

export async function cloneForBuyers(
  deps: CloneDependencies,
  input: CloneInput,
  signal: AbortSignal,
): Promise<string[]> {
  const { source } = input;
  if (source.kind === 'draft') return insertAll(deps, deps.drafts.get(source.draftId), input, signal);
  const pattern = await deps.fromOffer(source.account, source.offerId, signal);
  try {
    return await insertAll(deps, deps.drafts.get(pattern.id), input, signal);
  } finally {
    deps.drafts.remove(pattern.id);
  }
}

async function insertAll(
  { database, drafts, accounts }: CloneDependencies,
  pattern: { readonly account: string; readonly document: OfferDraft },
  { buyers, name }: CloneInput,
  signal: AbortSignal,
): Promise<string[]> {
  const settings = accounts.getSettings(pattern.account);
  const always = settings.addSellerToBuyers ? [settings.awsAccountId] : [];
  const ids: string[] = [];
  for (let start = 0; start < buyers.length; start += SLICE) {
    database.transaction(() => {
      for (const buyer of buyers.slice(start, start + SLICE)) {
        const document: OfferDraft = {
          ...pattern.document,
          name: fillName(name, pattern.document.name, buyer),
          buyers: [...new Set([buyer.awsAccountId, ...always])],
          target: null,
        };
        ids.push(drafts.insert(pattern.account, document).id);
      }
    });
    await breathe(signal);
  }
  return ids;
}

/** An empty pattern keeps the name and adds who it is for: AWS takes two offers of one name, people do not. */
function fillName(pattern: string, name: string, buyer: { awsAccountId: string; name: string }): string {
  const text = pattern.trim() === '' ? '{offer} {buyer}' : pattern;
  return text
    .replaceAll('{offer}', name)
    .replaceAll('{name}', buyer.name || buyer.awsAccountId)
    .replaceAll('{buyer}', buyer.awsAccountId)
    .trim();
}

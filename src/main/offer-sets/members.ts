/** What this machine knows of the offers and drafts that a set is about: from the copy of offers, and from drafts. */
import { findCurrency } from '../../shared/domain/offer/readable.ts';
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import { toOfferState } from '../../shared/domain/offer/state.ts';
import { findUrlTemplate, formatOfferUrl } from '../../shared/domain/offer/url.ts';
import type { SetMember } from '../../shared/domain/offer-set/offer-set.ts';
import type { ProductType } from '../../shared/domain/product/product.ts';
import type { DraftStore, StoredDraft } from '../drafts/index.ts';
import type { Database } from '../storage/database.ts';

export interface MembersDependencies {
  readonly database: Database;
  readonly drafts: Pick<DraftStore, 'get' | 'findMade'>;
  readonly today: () => string;
  /** The person's templates of addresses. */
  readonly templates: () => Promise<Readonly<Record<string, string>>>;
}

export interface Members {
  offers(account: string, ids: readonly string[]): Promise<SetMember[]>;
  /** A draft that is gone stands for itself, so that it can be taken out. */
  drafts(account: string, ids: readonly string[]): SetMember[];
  /** Offers at AWS that were made for the set. */
  madeFor(account: string, offerSetId: string): string[];
  /** Drafts on this machine that are meant for the set, and have made nothing yet. */
  meantFor(account: string, offerSetId: string): string[];
}

interface OfferRow {
  name: string;
  aws_state: string;
  product_id: string;
  product_title: string | null;
  product_type: ProductType | null;
  buyers: string;
  availability_end_date: string | null;
  offer_set_id: string | null;
  document: string | null;
}

export function createMembers(deps: MembersDependencies): Members {
  const { database, drafts } = deps;

  function offer(account: string, id: string, templates: Readonly<Record<string, string>>): SetMember {
    const row = database.get<OfferRow>(
      `SELECT o.*, p.title AS product_title, p.type AS product_type, d.document FROM offers o
       LEFT JOIN products p ON p.account = o.account AND p.id = o.product_id
       LEFT JOIN offer_documents d ON d.account = o.account AND d.id = o.id WHERE o.account = ? AND o.id = ?`,
      account,
      id,
    );
    if (!row) return { ...unknownMember('offer', id), state: 'unknown' };
    const state = toOfferState(row.aws_state, row.availability_end_date, deps.today());
    const entity = row.document === null ? null : readOfferEntity(JSON.parse(row.document));
    const template = findUrlTemplate(row.product_type, templates);
    return {
      ...unknownMember('offer', id),
      name: row.name,
      productId: row.product_id,
      productTitle: row.product_title,
      state,
      buyers: JSON.parse(row.buyers) as string[],
      currency: entity && findCurrency(entity.terms),
      availabilityEndDate: row.availability_end_date,
      offerSetId: row.offer_set_id,
      url: state === 'draft' ? null : formatOfferUrl(template, { productId: row.product_id, offerId: id }),
    };
  }

  function draft(account: string, id: string): SetMember {
    const exists = database.get('SELECT 1 FROM drafts WHERE id = ? AND account = ?', id, account);
    if (!exists) return { ...unknownMember('draft', id), obstacle: 'gone' };
    const stored = drafts.get(id);
    const { document } = stored;
    return {
      ...unknownMember('draft', id),
      name: document.name,
      productId: document.product?.id ?? null,
      productTitle: document.product?.title ?? null,
      buyers: document.buyers,
      currency: document.currency || null,
      availabilityEndDate: document.availabilityEndDate || null,
      offerSetId: document.offerSetId,
      obstacle: obstacleOf(stored),
    };
  }

  function obstacleOf({ id, document: { target, source } }: StoredDraft): SetMember['obstacle'] {
    if (target !== null || drafts.findMade(id) !== null) return 'at-aws';
    return source.kind === 'replacement' || source.kind === 'resale-replacement' ? 'replacement' : null;
  }

  return {
    async offers(account, ids) {
      const templates = await deps.templates();
      return ids.map((id) => offer(account, id, templates));
    },
    drafts: (account, ids) => ids.map((id) => draft(account, id)),
    madeFor: (account, offerSetId) =>
      database
        .all<{ id: string }>(
          'SELECT id FROM offers WHERE account = ? AND offer_set_id = ? ORDER BY id',
          account,
          offerSetId,
        )
        .map(({ id }) => id),
    meantFor: (account, offerSetId) =>
      database
        .all<{ id: string }>(
          `SELECT id FROM drafts WHERE account = ?1 AND json_extract(document, '$.offerSetId') = ?2
             AND json_extract(document, '$.target') IS NULL
             AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.draft_id = drafts.id AND c.entity_id IS NOT NULL
               AND c.state IN ('succeeded', 'verified')) ORDER BY updated_at DESC`,
          account,
          offerSetId,
        )
        .map(({ id }) => id),
  };
}

function unknownMember(kind: SetMember['kind'], id: string): SetMember {
  return {
    kind,
    id,
    name: '',
    productId: null,
    productTitle: null,
    state: 'draft',
    buyers: [],
    currency: null,
    availabilityEndDate: null,
    offerSetId: null,
    obstacle: null,
    url: null,
  };
}

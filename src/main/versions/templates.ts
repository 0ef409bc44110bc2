/** Named templates of this machine: made of an offer, used for any account whose product fits. */
import { randomUUID } from 'node:crypto';
import { offerDraftSchema, type OfferDraft } from '../../shared/domain/offer/draft.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import { upgradeDraft } from '../../shared/domain/offer/upgrade.ts';
import {
  askedPrices,
  fillTemplate,
  fitTemplate,
  hasRelativeDates,
  makeTemplate,
} from '../../shared/domain/version/fill-template.ts';
import type { Template } from '../../shared/domain/version/template.ts';
import { BUYER_PLACEHOLDER } from '../../shared/domain/version/fill-template.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource, OfferSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { eulaOf } from './keeping.ts';

export interface Templates {
  readonly handlers: HandlersOf<'templates'>;
  /** Throws `not-found`. */
  get(id: string): { template: Template; document: OfferDraft };
  /** Throws `conflict` where the name is taken. */
  insert(name: string, document: OfferDraft): Template;
}

export interface TemplateDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly drafts: DraftStore;
  readonly products: ProductSource;
  readonly offers: OfferSource;
}

interface TemplateRow {
  id: string;
  name: string;
  document: string;
  created_at: string;
  updated_at: string;
}

export function createTemplates(deps: TemplateDependencies): Templates {
  const { database, clock, events, drafts, products } = deps;
  const now = () => new Date(clock.realNow()).toISOString();
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const announce = (id: string) => events.emit('templates.changed', { id });

  function get(id: string): { template: Template; document: OfferDraft } {
    const row = database.get<TemplateRow>('SELECT * FROM templates WHERE id = ?', id);
    return row ? read(row) : fail('not-found', { params: { name: id } });
  }

  function refuseTaken(name: string, except: string | null): void {
    const taken = database.get<{ id: string }>('SELECT id FROM templates WHERE name = ? COLLATE NOCASE', name);
    if (!taken || taken.id === except) return;
    fail('invalid-input', { fields: [{ path: 'name', messageKey: 'errors:field.name-taken', params: { name } }] });
  }

  function insert(name: string, document: OfferDraft): Template {
    const id = randomUUID();
    database.transaction(() => {
      refuseTaken(name, null);
      database.run(
        'INSERT INTO templates (id, name, document, eula_sha256, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
        id,
        name,
        JSON.stringify(document),
        eulaOf(document),
        now(),
        now(),
      );
    });
    announce(id);
    return get(id).template;
  }

  /** The copy where it is at hand, AWS otherwise; a custom EULA that AWS holds cannot be taken along. */
  async function readOffer(account: string, offerId: string, signal: AbortSignal): Promise<OfferDraft> {
    const { document, revision } =
      deps.offers.find(account, offerId) ?? (await deps.offers.read(account, offerId, signal));
    const productId = (document as { ProductId?: unknown } | null)?.ProductId;
    const draft = parseOffer(
      document,
      revision,
      typeof productId === 'string' ? products.find(account, productId) : null,
    );
    return draft.eula.kind === 'held-by-aws' ? { ...draft, eula: { kind: 'custom', file: null } } : draft;
  }

  return {
    get,
    insert,
    handlers: {
      'templates.list': async () => ({
        templates: database
          .all<TemplateRow>('SELECT * FROM templates ORDER BY name COLLATE NOCASE')
          .map((row) => read(row).template),
      }),
      async 'templates.save'({ name, from, options }, { signal }) {
        const draft =
          from.kind === 'draft' ? drafts.get(from.id).document : await readOffer(from.account, from.offerId, signal);
        return insert(name, makeTemplate(draft, options, today()));
      },
      async 'templates.rename'({ id, name }) {
        get(id);
        database.transaction(() => {
          refuseTaken(name, id);
          database.run('UPDATE templates SET name = ?, updated_at = ? WHERE id = ?', name, now(), id);
        });
        announce(id);
        return get(id).template;
      },
      async 'templates.remove'({ id }) {
        get(id);
        database.run('DELETE FROM templates WHERE id = ?', id);
        announce(id);
        return {};
      },
      async 'templates.fit'({ id, account }) {
        deps.accounts.getSettings(account);
        const { document } = get(id);
        const ids = database.all<{ id: string }>(
          'SELECT id FROM products WHERE account = ? ORDER BY title COLLATE NOCASE',
          account,
        );
        const fits = ids
          .map((row) => products.find(account, row.id))
          .filter((product) => product !== null)
          .map((product) => fitTemplate(document, product));
        return { products: [...fits.filter(({ fits: yes }) => yes), ...fits.filter(({ fits: yes }) => !yes)] };
      },
      async 'templates.start'({ id, account, productId, ...answers }) {
        deps.accounts.getSettings(account);
        const { document, template } = get(id);
        const product = await products.get(account, productId);
        const fit = fitTemplate(document, product);
        if (!fit.fits) {
          const params = { name: template.name, product: product.title, dimensions: fit.missing.join(', ') };
          const messageKey = `templates:fit.${fit.reason ?? 'kind'}`;
          fail('template-does-not-fit', { params, fields: [{ path: 'productId', messageKey, params }] });
        }
        const draft = drafts.insert(account, offerDraftSchema.parse(fillTemplate(document, { ...answers, product })));
        events.emit('drafts.changed', { id: draft.id, account });
        return { draftId: draft.id };
      },
    },
  };
}

function read(row: TemplateRow): { template: Template; document: OfferDraft } {
  const document = upgradeDraft(JSON.parse(row.document));
  return {
    document,
    template: {
      id: row.id,
      name: row.name,
      kind: document.kind,
      productType: document.product?.type ?? null,
      productId: document.product?.id ?? null,
      productTitle: document.product?.title ?? null,
      asksBuyers: document.buyers.includes(BUYER_PLACEHOLDER),
      hasRelativeDates: hasRelativeDates(document),
      offerName: document.name,
      asked: askedPrices(document),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
  };
}

/** Offers and templates as YAML files: written in a fixed order, read strictly, checked by the same rules as the wizard. */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { EulaFile, OfferDraft } from '../../shared/domain/offer/draft.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import {
  eulaOfFile,
  fromFileMembers,
  offerFileSchema,
  templateFileSchema,
  toOfferFile,
  toTemplateFile,
  type OfferFile,
} from '../../shared/domain/version/offer-file.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { EulaFiles } from '../drafts/eula-files.ts';
import type { DraftStore } from '../drafts/index.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { AccountSource, DraftCheck, OfferSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { Keeping } from './keeping.ts';
import { eulaOf } from './keeping.ts';
import { checkFile, readYaml, type ReadFile } from './read-file.ts';
import type { Sides } from './sides.ts';
import type { VersionStore } from './store.ts';
import type { Templates } from './templates.ts';

export interface FileDependencies {
  readonly database: Database;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly drafts: DraftStore;
  readonly eulaFiles: EulaFiles;
  readonly check: DraftCheck;
  readonly store: Pick<VersionStore, 'findImports'>;
  readonly keeping: Pick<Keeping, 'keep'>;
  readonly sides: Sides;
  readonly templates: Pick<Templates, 'get' | 'insert'>;
}

interface GivenEula {
  readonly name: string;
  readonly base64: string;
}

export function createFiles(deps: FileDependencies): HandlersOf<'files'> {
  const { accounts, products, offers, drafts, eulaFiles, templates, sides } = deps;

  /** The PDF that a file names: given along with it, or known by its hash. */
  function findEula(offer: OfferFile['offer'], given: GivenEula | null): EulaFile | null {
    const named = eulaOfFile(offer);
    if (!named) return null;
    if (given) {
      const added = eulaFiles.add(given.base64);
      if (named.sha256 !== null && named.sha256 !== added.sha256) {
        fail('offer-file-eula', { params: { name: named.name } });
      }
      return { ...added, name: named.name };
    }
    if (named.sha256 === null || !eulaFiles.has(named.sha256)) return null;
    return { sha256: named.sha256, name: named.name, sizeBytes: eulaFiles.get(named.sha256).length };
  }

  /** What the file changes at AWS, as AWS holds it now. */
  async function findTarget(account: string, offerId: string | undefined, signal: AbortSignal) {
    if (offerId === undefined) return { target: null, held: null };
    const entity = await offers.read(account, offerId, signal);
    const productId = (entity.document as { ProductId?: unknown } | null)?.ProductId;
    const product = typeof productId === 'string' ? products.find(account, productId) : null;
    const held = parseOffer(maskSignedAddresses(entity.document), entity.revision, product);
    return { target: held.target, held };
  }

  async function readOfferFile(
    request: { account: string; text: string; eula: GivenEula | null },
    signal: AbortSignal,
  ) {
    const file = readYaml(request.text);
    const content = checkFile(file, offerFileSchema);
    const { target, held } = await findTarget(request.account, content.changes, signal);
    const eula = findEula(content.offer, request.eula);
    const document = fromFileMembers(content.offer, { eula, target });
    return { file, content, held, document };
  }

  function publishedBefore(account: string, document: OfferDraft) {
    for (const draftId of deps.store.findImports(account, document)) {
      const row = deps.database.get<{ id: string }>(
        `SELECT id FROM changes WHERE draft_id = ? AND state NOT IN ('failed', 'cancelled', 'refused')
         ORDER BY seq DESC LIMIT 1`,
        draftId,
      );
      if (row) return { draftId, changeId: row.id };
    }
    return null;
  }

  function takeIn(account: string, document: OfferDraft) {
    const draft = drafts.insert(account, document);
    deps.keeping.keep({
      account,
      entityType: 'Draft',
      entityId: draft.id,
      kind: 'imported',
      form: 'offer-draft',
      document,
      at: draft.createdAt,
      label: document.name,
      revision: String(draft.revision),
      eulaSha256: eulaOf(document),
    });
    deps.events.emit('drafts.changed', { id: draft.id, account });
    return draft;
  }

  return {
    'files.schema': async ({ format }) => ({ json: fileSchemaJson(format) }),
    async 'files.export'({ source }, { signal }) {
      if (source.kind === 'template') {
        const { template, document } = templates.get(source.id);
        return toYamlFile(toTemplateFile(template.name, document), template.name, 'template');
      }
      if (source.kind === 'offer') {
        const { account, offerId } = source;
        accounts.getSettings(account);
        const entity = offers.find(account, offerId) ?? (await offers.read(account, offerId, signal));
        const productId = (entity.document as { ProductId?: unknown } | null)?.ProductId;
        const product = typeof productId === 'string' ? products.find(account, productId) : null;
        const draft = parseOffer(maskSignedAddresses(entity.document), entity.revision, product);
        return toYamlFile(toOfferFile(draft), draft.name, 'offer');
      }
      const side = sides.find(source);
      const draft = source.kind === 'draft' ? drafts.get(source.id).document : sides.toDraft(side);
      return toYamlFile(toOfferFile(draft), draft.name, 'offer');
    },
    async 'files.check'({ account, text, eula }, { signal }) {
      const settings = accounts.getSettings(account);
      const { file, content, held, document } = await readOfferFile({ account, text, eula }, signal);
      const product = document.product ? products.find(account, document.product.id) : null;
      const findings = deps.check(document, product, { account: settings, held });
      const named = eulaOfFile(content.offer);
      return {
        name: document.name,
        awsAccountId: settings.awsAccountId,
        findings: findings.map((finding) => ({
          ...finding,
          place: file.placeOf(['offer', ...finding.path.split('.')]),
        })),
        eula: named && { ...named, atHand: eulaOf(document) !== null },
      };
    },
    async 'files.eula'({ text }) {
      const file = readYaml(text);
      const { offer } = isTemplate(file) ? checkFile(file, templateFileSchema) : checkFile(file, offerFileSchema);
      const named = eulaOfFile(offer);
      return { eula: named && { ...named, atHand: named.sha256 !== null && eulaFiles.has(named.sha256) } };
    },
    async 'files.import'({ account, text, eula }, { signal }) {
      const file = readYaml(text);
      if (isTemplate(file)) {
        const content = checkFile(file, templateFileSchema);
        const document = fromFileMembers(content.offer, { eula: findEula(content.offer, eula), target: null });
        const { id } = templates.insert(content.name, document);
        return { draftId: null, revision: null, templateId: id, publishedBefore: null };
      }
      if (account === null) {
        fail('invalid-input', { fields: [{ path: 'account', messageKey: 'errors:field.required', params: {} }] });
      }
      accounts.getSettings(account);
      const { document } = await readOfferFile({ account, text, eula }, signal);
      const before = publishedBefore(account, document);
      const draft = takeIn(account, document);
      return { draftId: draft.id, revision: draft.revision, templateId: null, publishedBefore: before };
    },
  };
}

function isTemplate({ value }: ReadFile): boolean {
  return ((value ?? {}) as { format?: unknown }).format === 'offerdeck-template';
}

/** The schema as it is published in docs/schemas. */
export function fileSchemaJson(format: 'offer' | 'template'): string {
  const schema = format === 'offer' ? offerFileSchema : templateFileSchema;
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}

/** Nothing is folded, so that a change of a word is a change of its line; ids and amounts stand in quotes. */
function toYamlFile(content: Record<string, unknown>, name: string, format: 'offer' | 'template') {
  const text = stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
  const base = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return { text, suggestedName: `${base || format}.${format}.yaml`, mediaType: 'application/yaml' };
}

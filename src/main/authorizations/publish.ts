/** Sends a reviewed draft: one change set for each partner, each a row of the journal. Nothing is written anywhere when it refuses. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import { compileAuthorization } from '../../shared/domain/authorization/compile.ts';
import { resellersOf, type AuthorizationDraft } from '../../shared/domain/authorization/draft.ts';
import type { AuthorizationFinding } from '../../shared/domain/authorization/finding.ts';
import { parseAuthorization } from '../../shared/domain/authorization/parse.ts';
import { isBlockingAuthorization } from '../../shared/domain/authorization/preflight/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import { documentPlaceholder, type EntityChange } from '../changes/intent.ts';
import { refuseOtherAccount, type ChangeSetWish, type Writes } from '../changes/writes.ts';
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import type { AccountSource, ProductSource } from '../sources.ts';
import type { AuthorizationDrafts } from './drafts.ts';
import { AUTHORIZATION_DOCUMENT, AUTHORIZATION_TYPE } from './entity-kind.ts';
import type { AuthorizationSource } from './index.ts';
import { draftKeyOf, type PublishedRows } from './published-rows.ts';

export interface PublishDependencies {
  readonly writes: Pick<Writes, 'begin' | 'preview'>;
  /** Gives up a paused write of which nothing was made. */
  readonly abandon: (changeId: string) => Promise<unknown>;
  readonly aws: Pick<AwsAccess, 'confirmIdentity'>;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly authorizations: AuthorizationSource;
  readonly drafts: Pick<AuthorizationDrafts, 'store' | 'check'>;
  readonly rows: PublishedRows;
}

type PublishInput = ParsedInput<'authorizations.drafts.publish'>;
type Stored = DraftRecord & { document: AuthorizationDraft };

export interface AuthorizationPublishing {
  publish(input: PublishInput, signal: AbortSignal): Promise<Change[]>;
  preview(input: ParsedInput<'authorizations.drafts.request'>, signal: AbortSignal): Promise<string>;
}

/** What AWS holds for one partner of the draft. */
interface Target {
  readonly reseller: string;
  readonly draft: AuthorizationDraft;
  readonly held: AuthorizationDraft | null;
  readonly before: unknown;
}

export function createAuthorizationPublishing(deps: PublishDependencies): AuthorizationPublishing {
  const { writes, aws, accounts, products, authorizations, drafts, rows } = deps;

  /** An authorization that this draft has already put at AWS as a draft is the one to go on with: never a second one. */
  async function resolveTarget(
    stored: Stored,
    reseller: string,
    product: Product,
    signal: AbortSignal,
  ): Promise<Target> {
    const made = stored.document.target ? null : rows.findMade(stored.id, reseller);
    const id = stored.document.target?.authorizationId ?? made;
    const draft = { ...stored.document, resellers: [reseller] };
    if (id === null) return { reseller, draft, held: null, before: null };
    const entity = await authorizations.read(stored.account, id, signal);
    const held = parseAuthorization(entity.document, entity, product);
    if (!held.target) fail('already-published', { params: { name: stored.name, offerId: id } });
    return { reseller, draft: { ...draft, target: held.target }, held, before: entity.document };
  }

  /** Released ones are done; those under way are left alone. */
  function openResellers(stored: Stored): string[] {
    return resellersOf(stored.document).filter((reseller) => rows.standing(stored.id, reseller) === 'open');
  }

  function refuseOtherRevision(stored: Stored, reviewed: number): void {
    if (drafts.store.getRecord(stored.id).revision === reviewed) return;
    fail('draft-changed', { params: { name: stored.name } });
  }

  return {
    async publish(input, signal) {
      const stored = drafts.store.get(input.draftId);
      refuseOtherRevision(stored, input.revision);
      refuseOtherAccount(accounts.getSettings(stored.account), input.confirmedAccountId, stored.account);
      const resellers = openResellers(stored);
      if (resellers.length === 0 && resellersOf(stored.document).length > 0) refuseDone(stored, rows);
      await aws.confirmIdentity(stored.account, { priority: 'user', signal });
      const product = await findProduct(products, stored);
      const targets: Target[] = [];
      for (const reseller of resellers) targets.push(await resolveTarget(stored, reseller, product, signal));
      const checked = targets[0]?.held ? { ...stored.document, target: targets[0].draft.target } : stored.document;
      const held = targets.length === 1 ? (targets[0]?.held ?? null) : null;
      refuseFindings(
        drafts.check(targets.length === 1 ? checked : stored.document, product, { account: stored.account, held }),
        input,
      );
      const wishes = targets.flatMap((target) => toWish(stored, target, product, input.intent) ?? []);
      if (wishes.length === 0) fail('nothing-to-send', { params: { name: stored.name } });
      const { confirmedAccountId } = input;
      const begun: Change[] = [];
      for (const { wish, reseller } of wishes) {
        for (const id of rows.superseded(stored.id, reseller)) await deps.abandon(id);
        const check = () => {
          // Typed on or published elsewhere while we were asking AWS.
          refuseOtherRevision(stored, input.revision);
          if (rows.standing(stored.id, reseller) !== 'open') refuseDone(stored, rows);
        };
        begun.push(await writes.begin(wish, { confirmedAccountId, signal, check }));
      }
      return begun;
    },
    async preview({ id, reseller, intent }, signal) {
      const stored = drafts.store.get(id);
      const product = await findProduct(products, stored);
      const chosen = reseller ?? resellersOf(stored.document)[0] ?? '';
      const found = toWish(stored, await resolveTarget(stored, chosen, product, signal), product, intent);
      if (!found) fail('nothing-to-send', { params: { name: stored.name } });
      return writes.preview(found.wish);
    },
  };
}

async function findProduct(products: ProductSource, stored: Stored): Promise<Product> {
  const { product } = stored.document;
  if (!product) {
    const fields = [{ path: 'product', messageKey: 'errors:field.required', params: {} }];
    fail('preflight-failed', { params: { count: 1 }, fields });
  }
  return products.get(stored.account, product.id);
}

/** null where AWS holds exactly this already. */
function toWish(
  stored: Stored,
  { reseller, draft, held, before }: Target,
  product: Product,
  intent: PublishInput['intent'],
): { wish: ChangeSetWish; reseller: string } | null {
  const eula = draft.eula.kind === 'custom' ? (draft.eula.file?.sha256 ?? null) : null;
  const contract = draft.resellerContract.kind === 'custom' ? (draft.resellerContract.file?.sha256 ?? null) : null;
  const several = resellersOf(stored.document).length > 1;
  const name = draft.name || product.title;
  const title = several ? `${name} (${reseller})` : name;
  const { ChangeSet } = compileAuthorization(draft, product, {
    intent,
    reseller,
    documents: {
      eula: eula && documentPlaceholder(eula),
      resellerContract: contract && documentPlaceholder(contract),
    },
    changeSetName: title,
    ...(held && { held }),
  });
  if (ChangeSet.length === 0) return null;
  const wish: ChangeSetWish = {
    account: stored.account,
    kind: intent === 'release' ? 'authorization-release' : 'authorization-draft',
    draftId: draftKeyOf(stored.id, reseller),
    title,
    document: { kind: AUTHORIZATION_DOCUMENT, value: draft },
    revision: stored.revision,
    changes: ChangeSet as readonly EntityChange[],
    documents: [...new Set([eula, contract].filter((sha256) => sha256 !== null))],
    before,
    entityType: AUTHORIZATION_TYPE,
    entityId: draft.target?.authorizationId ?? null,
    productId: product.id,
  };
  return { wish, reseller };
}

function refuseDone(stored: Stored, rows: PublishedRows): never {
  const live = resellersOf(stored.document).some((reseller) => rows.standing(stored.id, reseller) === 'live');
  if (live) fail('already-publishing', { params: { name: stored.name } });
  fail('already-published', { params: { name: stored.name, offerId: '' } });
}

function refuseFindings(
  findings: readonly AuthorizationFinding[],
  { intent, acknowledgedWarnings }: PublishInput,
): void {
  const open = findings.filter(
    (finding) =>
      isBlockingAuthorization(finding, intent) ||
      // What a partner will see must have been read first; a draft at AWS nobody sees.
      (intent === 'release' && finding.severity === 'warning' && !acknowledgedWarnings.includes(finding.ruleId)),
  );
  if (open.length === 0) return;
  fail('preflight-failed', {
    params: { count: open.length },
    fields: open.map(({ path, messageKey, params }) => ({ path, messageKey, params })),
  });
}

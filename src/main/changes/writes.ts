/** How a feature writes to AWS: it says what is meant, and the journal puts it on disk, sends it and sees it through. */
import { randomUUID } from 'node:crypto';
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import { MASK } from '../masking/mask.ts';
import type { AccountSource } from '../sources.ts';
import type { Driver } from './driver.ts';
import {
  changeSetName,
  documentKey,
  withDocumentUrls,
  type EntityChange,
  type EntityRequest,
  type IntentDocument,
} from './intent.ts';
import type { Journal } from './journal.ts';
import { callKindOf, type Kinds } from './kinds.ts';
import { LIVE_STATES, toChange, type JournalRow, type NewChange } from './store.ts';

interface Wish {
  readonly account: string;
  readonly kind: ChangeKind;
  /** What it is about, as a person calls it; the list of activity shows it. */
  readonly title: string;
  readonly entityType: string;
  /** null where the entity is being made. */
  readonly entityId: string | null;
  readonly productId?: string | null;
  /** The entity as it was, for history and undoing. */
  readonly before?: unknown;
  readonly draftId?: string | null;
  readonly bulkId?: string | null;
  /** The failed write that this one repeats. */
  readonly repeats?: string | null;
  /** No person has clicked. */
  readonly automatic?: boolean;
}

export interface ChangeSetWish extends Wish {
  /** What is compared with AWS afterwards, tagged by kind; null where only the request says what is meant. */
  readonly document: IntentDocument | null;
  /** Revision of the draft that was reviewed. */
  readonly revision?: number | null;
  /** `documentPlaceholder(sha256)` where AWS is to fetch one of `documents`. */
  readonly changes: readonly EntityChange[];
  /** SHA-256 of files among the EULA files: uploaded first, their addresses signed anew for each send. */
  readonly documents?: readonly string[];
}

export interface CallWish extends Wish {
  /** Input of the registered call kind; no secret. */
  readonly payload: unknown;
}

export interface BeginOptions {
  /** The 12-digit account that the person saw; another one refuses. */
  readonly confirmedAccountId: string;
  readonly signal: AbortSignal;
  /** Also while another write about the same entity is under way. */
  readonly alongside?: boolean;
  /** Runs in the transaction that writes the row: throws when what was looked at has changed meanwhile. */
  readonly check?: () => void;
}

export interface Writes {
  /**
   * Begins a change set on entities of a registered kind: refuses the wrong account and a second write about the same entity, confirms
   * the identity with STS, writes the intent to disk and returns. Sending, following and reading back go on by themselves; whoever wants
   * to know listens to `changes.changed` or asks `changes.get`.
   */
  begin(wish: ChangeSetWish, options: BeginOptions): Promise<Change>;
  /** The same for a direct call of a registered call kind. */
  beginCall(wish: CallWish, options: BeginOptions): Promise<Change>;
  /** The request that `begin` would send, as JSON text, its secrets masked. */
  preview(wish: ChangeSetWish): string;
  /** `begin` for whoever has confirmed the identity already; does not refuse for other writes. */
  record(wish: ChangeSetWish, check: () => void): Change;
}

export interface WriteDependencies {
  readonly journal: Journal;
  readonly driver: Pick<Driver, 'drive'>;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly eulaFiles: { has(sha256: string): boolean };
  readonly kinds: Kinds;
}

export function createWrites(deps: WriteDependencies): Writes {
  const { journal, driver, aws, accounts, eulaFiles, kinds } = deps;

  function start(change: NewChange, check: () => void): Change {
    const row = journal.begin(change, check);
    driver.drive(row.id, { mayBeOld: false });
    return toChange(row);
  }

  function refuseLive({ account, entityType, entityId }: Wish, { alongside }: BeginOptions): void {
    if (entityId === null || alongside) return;
    const [live] = journal.store.findOfEntity(account, { type: entityType, id: entityId }, LIVE_STATES);
    if (live) fail('already-under-way', { params: { changeId: live.id, name: live.title } });
  }

  /** What both ways share before anything is written down. */
  async function admit(wish: Wish, options: BeginOptions): Promise<() => void> {
    refuseOtherAccount(accounts.getSettings(wish.account), options.confirmedAccountId, wish.account);
    refuseLive(wish, options);
    await aws.confirmIdentity(wish.account, { priority: 'user', signal: options.signal });
    return () => {
      refuseLive(wish, options);
      options.check?.();
    };
  }

  function compose(wish: ChangeSetWish): NewChange & { readonly intent: { readonly request: EntityRequest } } {
    const account = accounts.getSettings(wish.account);
    const base = toNewRow(wish, account);
    const prefix = account.eulaBucket?.prefix ?? '';
    return {
      ...base,
      intent: {
        form: 'change-set',
        document: wish.document,
        revision: wish.revision ?? null,
        request: {
          Catalog: 'AWSMarketplace',
          ChangeSetName: changeSetName(account.prefix, base.id, wish.title),
          ClientRequestToken: base.token,
          ChangeSet: [...wish.changes],
        },
      },
      documents: (wish.documents ?? []).map((sha256) => ({ sha256, key: documentKey(prefix, sha256) })),
    };
  }

  function refuseWithoutDocuments({ account, documents = [] }: ChangeSetWish): void {
    if (documents.length === 0) return;
    if (!accounts.getSettings(account).eulaBucket) {
      fail('bucket-missing', { action: { kind: 'open-account', account } });
    }
    if (documents.every((sha256) => eulaFiles.has(sha256))) return;
    const fields = [{ path: 'eula', messageKey: 'errors:field.file-gone', params: {} }];
    fail('preflight-failed', { params: { count: 1 }, fields });
  }

  function record(wish: ChangeSetWish, check: () => void): Change {
    refuseWithoutDocuments(wish);
    return start(compose(wish), check);
  }

  return {
    record,
    async begin(wish, options) {
      refuseWithoutDocuments(wish);
      return record(wish, await admit(wish, options));
    },
    async beginCall(wish, options) {
      const payload = callKindOf(kinds, wish.kind).payload.parse(wish.payload);
      const check = await admit(wish, options);
      const base = toNewRow(wish, accounts.getSettings(wish.account));
      return start({ ...base, intent: { form: 'call', payload }, documents: [] }, check);
    },
    preview(wish) {
      const { intent, documents } = compose(wish);
      const { eulaBucket } = accounts.getSettings(wish.account);
      // The signature is made when it is sent, and is nobody's to read.
      const urls = documents.map(({ sha256, key }): [string, string] => [
        sha256,
        `https://${eulaBucket?.bucket}.s3.${eulaBucket?.region}.amazonaws.com/${key}?X-Amz-Signature=${MASK}`,
      ]);
      return JSON.stringify(withDocumentUrls(intent.request, new Map(eulaBucket ? urls : [])), null, 2);
    },
  };
}

/** Stopped before anything was made: a newer wish may take its place, and a person may give it up. */
export function isGivenUpEasily(row: JournalRow): boolean {
  return row.paused && (row.state === 'intended' || row.state === 'eula-uploaded');
}

export function refuseOtherAccount(account: AccountSettings, confirmed: string, key: string): void {
  if (account.awsAccountId === confirmed) return;
  fail('wrong-account', {
    params: { expected: confirmed, actual: account.awsAccountId },
    action: { kind: 'open-account', account: key },
  });
}

function toNewRow(wish: Wish, { awsAccountId }: AccountSettings): Omit<NewChange, 'intent' | 'documents'> {
  return {
    id: randomUUID(),
    token: randomUUID(),
    account: wish.account,
    awsAccountId,
    kind: wish.kind,
    title: wish.title,
    draftId: wish.draftId ?? null,
    before: wish.before ?? null,
    entityType: wish.entityType,
    entityId: wish.entityId,
    productId: wish.productId ?? null,
    bulkId: wish.bulkId ?? null,
    repeats: wish.repeats ?? null,
    automatic: wish.automatic ?? false,
  };
}

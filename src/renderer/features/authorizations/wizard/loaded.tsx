/** A loaded draft of an authorization: the wizard while it is edited, its progress once it has been sent. */
import { useMemo, useState } from 'react';
import type { AuthorizationDraft } from '../../../../shared/domain/authorization/draft.ts';
import {
  fixAuthorization,
  preflightAuthorization,
  type AuthorizationContext as RuleContext,
} from '../../../../shared/domain/authorization/preflight/index.ts';
import { toSheet } from '../../../../shared/domain/authorization/sheet.ts';
import { authorizationStepOfPath } from '../../../../shared/domain/authorization/wizard/definition.ts';
import {
  reduceAuthorization,
  type AuthorizationAction,
} from '../../../../shared/domain/authorization/wizard/reducer.ts';
import { useCallQuery, useClient, useEvent } from '../../../bridge/hooks.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { awsErrorsOf } from '../../wizard/editor/aws-errors.ts';
import { ConflictDialog } from '../../wizard/editor/conflict-dialog.tsx';
import { EditorContext, type Editor, type FieldFinding } from '../../wizard/editor/context.ts';
import { useDocumentEditor, type DocumentEditor } from '../../wizard/editor/use-document-editor.ts';
import { useToday } from '../../wizard/editor/use-today.ts';
import { hasFailed } from '../../wizard/publish/use-change.ts';
import { AUTHORIZATIONS_PATH, toAuthorizationDraftPath } from '../paths.ts';
import { AuthorizationContext } from './context.ts';
import { AuthorizationFrame } from './frame.tsx';
import { AuthorizationProgress } from './progress.tsx';
import { useAuthorizationPlace, type AuthorizationPlace } from './use-place.ts';
import type { LoadedAuthorizationDraft } from './wizard-page.tsx';

/** Longer than a click takes. */
const LEAVE_MS = 250;

export type AuthorizationDocument = DocumentEditor<AuthorizationDraft, AuthorizationAction>;

export function LoadedAuthorization({ loaded }: { loaded: LoadedAuthorizationDraft }) {
  const client = useClient();
  const document = useAuthorizationDocument(loaded);
  const draft = document.document;
  const place = useAuthorizationPlace(loaded, draft);
  const editor = useEditorValue(loaded, document, place);
  const list = useListPrices(loaded.account, draft.product?.id ?? null);
  const { data: progress } = useCallQuery('authorizations.drafts.progress', { id: loaded.id });
  const [sent] = useState(loaded.document);
  const failed = useMemo(
    () => (progress?.rows ?? []).flatMap(({ change }) => (change && hasFailed(change) ? [change] : [])),
    [progress],
  );
  const awsErrors = useMemo(() => failed.flatMap((change) => awsErrorsOf(change, sent, draft)), [failed, sent, draft]);
  useCrumbs(loaded.id, draft.name);
  return (
    <EditorContext value={{ ...editor, awsErrors }}>
      <AuthorizationContext value={{ draft, list, dispatch: document.dispatch }}>
        {place.showsProgress ? (
          <AuthorizationProgress draftId={loaded.id} accountKey={loaded.account} place={place} />
        ) : (
          <AuthorizationFrame place={place} document={document} failed={failed} />
        )}
        {document.save.kind === 'conflict' && (
          <ConflictDialog
            editor={document}
            loadOther={async () => (await client.call('authorizations.drafts.get', { id: loaded.id })).document}
            keepCopy={async (copied) => {
              const { draft: copy } = await client.call('authorizations.drafts.create', { account: loaded.account });
              await client.call('authorizations.drafts.save', {
                id: copy.id,
                revision: copy.revision,
                document: copied,
              });
            }}
          />
        )}
      </AuthorizationContext>
    </EditorContext>
  );
}

function useAuthorizationDocument(loaded: LoadedAuthorizationDraft): AuthorizationDocument {
  const client = useClient();
  const editor = useDocumentEditor<AuthorizationDraft, AuthorizationAction>(loaded, {
    load: () => client.call('authorizations.drafts.get', { id: loaded.id }),
    save: (document, revision) => client.call('authorizations.drafts.save', { id: loaded.id, revision, document }),
    reduce: reduceAuthorization,
  });
  useEvent('authorizations.drafts.changed', ({ id }) => {
    if (id === loaded.id) editor.lookForNews();
  });
  return editor;
}

const NOTHING: readonly FieldFinding[] = [];

function useEditorValue(
  loaded: LoadedAuthorizationDraft,
  { document: draft, dispatch, flush }: AuthorizationDocument,
  place: AuthorizationPlace,
): Editor {
  const t = useTexts('authorizations');
  const client = useClient();
  const account = useAccount(loaded.account);
  const today = useToday();
  const product = useProduct(loaded.account, draft.product?.id ?? null);
  const sheet = useMemo(() => toSheet(draft), [draft]);
  const context = useMemo<RuleContext>(
    () => ({
      today,
      sellerAccountId: account?.awsAccountId ?? null,
      eulaBucketConfigured: (account?.eulaBucket ?? null) !== null,
    }),
    [today, account],
  );
  const isLoading = account === null || (draft.product !== null && product === null);
  const findings = useMemo(
    () => (isLoading ? NOTHING : preflightAuthorization(draft, product, context)),
    [isLoading, draft, product, context],
  );
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [seenReview, setSeenReview] = useState(false);
  if (place.step === 'review' && !seenReview) setSeenReview(true);
  const touch = (path: string) => setTouched((before) => (before.has(path) ? before : new Set([...before, path])));
  return {
    draftId: loaded.id,
    accountKey: loaded.account,
    account,
    draft: sheet,
    product,
    today,
    findings,
    awsErrors: [],
    showsAll: seenReview || place.step === 'review' || place.target !== null,
    touched,
    target: place.target,
    dispatch,
    touch,
    leave: (path) => window.setTimeout(() => touch(path), LEAVE_MS),
    goTo: place.goTo,
    stepOf: authorizationStepOfPath,
    titleOf: (step) => t(`step.${step}`),
    mend: (fixId) => dispatch({ type: 'authorization.fix', fixed: fixAuthorization(fixId, draft, product, context) }),
    attach: (file) => client.call('authorizations.drafts.attach', { id: loaded.id, ...file }),
    request: async () =>
      (await client.call('authorizations.drafts.request', { id: loaded.id, intent: 'release' })).json,
    flush,
  };
}

function useProduct(account: string, productId: string | null) {
  const { data } = useCallQuery(
    'products.get',
    { account, productId: productId ?? '' },
    { enabled: productId !== null },
  );
  return data?.id === productId ? (data ?? null) : null;
}

function useListPrices(account: string, productId: string | null) {
  const { data } = useCallQuery(
    'authorizations.listPrices',
    { account, productId: productId ?? '' },
    { enabled: productId !== null },
  );
  return productId === null ? null : (data?.list ?? null);
}

function useCrumbs(id: string, name: string): void {
  const t = useTexts('authorizations');
  usePage({
    breadcrumbs: [
      { text: t('list.title'), to: AUTHORIZATIONS_PATH },
      { text: name || t('drafts.unnamed'), to: toAuthorizationDraftPath(id) },
    ],
  });
}

/** A loaded draft of an offer set: its fields, its offers, what the rules say, and the ways to send it. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OfferSetDraft } from '../../../../shared/domain/offer-set/draft.ts';
import { reduceOfferSet, type OfferSetAction } from '../../../../shared/domain/offer-set/reducer.ts';
import { useCallQuery, useClient, useEvent } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ChangeView } from '../../offers/activity/change-view.tsx';
import { awsErrorsOf } from '../../wizard/editor/aws-errors.ts';
import { ConflictDialog } from '../../wizard/editor/conflict-dialog.tsx';
import { focusPath } from '../../wizard/editor/focus-path.ts';
import { SaveStatus } from '../../wizard/editor/save-status.tsx';
import { useDocumentEditor, type DocumentEditor } from '../../wizard/editor/use-document-editor.ts';
import { hasFailed } from '../../wizard/publish/use-change.ts';
import { toOfferSetPath, toSentPath } from '../paths.ts';
import { SetEditorContext, type SetEditor } from './context.ts';
import type { LoadedSet } from './draft-page.tsx';
import { SetFields } from './fields.tsx';
import { MembersSection } from './members-section.tsx';
import { RequestSection } from './request-section.tsx';
import { SendButtons } from './send-buttons.tsx';

type SetDocument = DocumentEditor<OfferSetDraft, OfferSetAction>;

export function LoadedSetDraft({ loaded }: { loaded: LoadedSet }) {
  const t = useTexts('offersets');
  const document = useSetDocument(loaded);
  const { editor, error, retry, showAll } = useEditorValue(loaded, document);
  const { draft, check, account } = editor;
  const change = check?.change ?? null;
  return (
    <SetEditorContext value={editor}>
      <SpaceBetween size="l">
        <Header
          variant="h1"
          description={
            <>
              {account && <AccountBadge account={account} />} {account?.awsAccountId}
            </>
          }
          actions={
            <SpaceBetween direction="horizontal" size="s" alignItems="center">
              <SaveStatus save={document.save} onRetry={() => void document.flush()} />
              <SendButtons onAsked={showAll} />
            </SpaceBetween>
          }
        >
          {draft.name.trim() || t('drafts.unnamed')}
        </Header>
        <Alert type="info">
          {draft.target === null ? (
            t('draft.newSays')
          ) : (
            <>
              {t('draft.editSays')}{' '}
              <RouteLink variant="primary" to={toOfferSetPath(editor.accountKey, draft.target.offerSetId)}>
                {t('draft.openSet')}
              </RouteLink>
            </>
          )}
        </Alert>
        {error && <AppErrorView error={error} onRetry={retry} />}
        {change !== null && (
          <Container header={<Header variant="h2">{t('draft.lastSent')}</Header>}>
            {hasFailed(change) ? (
              <ChangeView change={change} heading="h3" />
            ) : (
              <RouteLink to={toSentPath(change.id)}>{t('draft.followSent')}</RouteLink>
            )}
          </Container>
        )}
        <SetFields />
        <MembersSection />
        <RequestSection />
      </SpaceBetween>
      {document.save.kind === 'conflict' && <SetConflict loaded={loaded} document={document} />}
    </SetEditorContext>
  );
}

function useSetDocument(loaded: LoadedSet): SetDocument {
  const client = useClient();
  const editor = useDocumentEditor<OfferSetDraft, OfferSetAction>(loaded, {
    load: () => client.call('offersets.drafts.get', { id: loaded.id }),
    save: (document, revision) => client.call('offersets.drafts.save', { id: loaded.id, revision, document }),
    reduce: reduceOfferSet,
  });
  useEvent('offersets.drafts.changed', ({ id }) => {
    if (id === loaded.id) editor.lookForNews();
  });
  return editor;
}

function useEditorValue(loaded: LoadedSet, document: SetDocument) {
  const [params] = useSearchParams();
  const path = params.get('path');
  useEffect(() => (path === null ? undefined : focusPath(path)), [path]);
  const account = useAccount(loaded.account);
  const { data, error, refetch } = useCallQuery(
    'offersets.drafts.preflight',
    { id: loaded.id },
    { keepPrevious: true },
  );
  const [sent] = useState(loaded.document);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(path !== null);
  const draft = document.document;
  const change = data?.change ?? null;
  const awsErrors = useMemo(
    () => (change !== null && hasFailed(change) ? awsErrorsOf(change, sent, draft) : []),
    [change, sent, draft],
  );
  const editor: SetEditor = {
    draftId: loaded.id,
    accountKey: loaded.account,
    account,
    draft,
    check: data ?? null,
    awsErrors,
    showsAll: asked,
    touched,
    dispatch: document.dispatch,
    touch: (field) => setTouched((before) => (before.has(field) ? before : new Set([...before, field]))),
    flush: document.flush,
    revision: document.revision,
  };
  return { editor, error, retry: () => void refetch(), showAll: () => setAsked(true) };
}

function SetConflict({ loaded, document }: { loaded: LoadedSet; document: SetDocument }) {
  const client = useClient();
  return (
    <ConflictDialog
      editor={document}
      loadOther={async () => (await client.call('offersets.drafts.get', { id: loaded.id })).document}
      keepCopy={async (copied) => {
        const { draft } = await client.call('offersets.drafts.create', { account: loaded.account });
        // One draft for each set: the copy is kept as the beginning of a new one.
        await client.call('offersets.drafts.save', {
          id: draft.id,
          revision: draft.revision,
          document: { ...copied, target: null, offerIds: [] },
        });
      }}
    />
  );
}

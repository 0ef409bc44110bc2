/** A loaded draft of an opportunity on the screen: edited, saved as it is typed, sent step by step. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { OpportunityDraft } from '../../../../shared/domain/opportunity/draft.ts';
import { lintOpportunity } from '../../../../shared/domain/opportunity/lint/index.ts';
import { followSent } from '../../../../shared/domain/opportunity/merge.ts';
import { toDraftPath } from '../../../../shared/domain/opportunity/record.ts';
import { reduceOpportunity, type OpportunityAction } from '../../../../shared/domain/opportunity/reducer.ts';
import { standingOf } from '../../../../shared/domain/opportunity/stage.ts';
import { useCallQuery, useClient, useEvent } from '../../../bridge/hooks.tsx';
import { CatalogBanner } from '../../../components/partner-catalog.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { ConflictDialog } from '../../wizard/editor/conflict-dialog.tsx';
import { focusPath } from '../../wizard/editor/focus-path.ts';
import { useDocumentEditor, type DocumentEditor } from '../../wizard/editor/use-document-editor.ts';
import { useToday } from '../../wizard/editor/use-today.ts';
import { AutoShareNote } from '../auto-share/note.tsx';
import { toOpportunityDraftPath } from '../paths.ts';
import { OpportunityContext, type AwsFieldProblem, type OpportunityEditor } from './context.ts';
import type { LoadedOpportunityDraft } from './editor-page.tsx';
import { Problems } from './problems.tsx';
import { ReviewStatusView } from './review-status.tsx';
import { Sections } from './sections.tsx';
import { SendProgress } from './send-progress.tsx';
import { StageBar } from './stage-bar.tsx';
import { EditorTop } from './top.tsx';

/** Longer than a click takes. */
const LEAVE_MS = 250;

export type OpportunityDocument = DocumentEditor<OpportunityDraft, OpportunityAction>;

export function LoadedOpportunity({ loaded }: { loaded: LoadedOpportunityDraft }) {
  const client = useClient();
  const t = useTexts('opportunity-editor');
  const document = useOpportunityDocument(loaded);
  const [asked, setAsked] = useState<'save' | 'share' | null>(null);
  const editor = useEditorValue(loaded, document, asked !== null);
  usePage({
    breadcrumbs: [
      { text: t('drafts.title'), to: '/opportunities/drafts' },
      { text: editor.draft.name || t('unnamed'), to: toOpportunityDraftPath(loaded.id) },
    ],
  });
  return (
    <OpportunityContext value={editor}>
      <SpaceBetween size="l">
        <CatalogBanner catalog={loaded.catalog} />
        <EditorTop document={document} onAsk={setAsked} />
        <AutoShareNote draftId={loaded.id} />
        <ReviewStatusView />
        <SendProgress document={document} />
        {asked !== null && <Problems intent={asked} />}
        <StageBar />
        <Sections />
      </SpaceBetween>
      {document.save.kind === 'conflict' && (
        <ConflictDialog
          editor={document}
          loadOther={async () => (await client.call('opportunities.drafts.get', { id: loaded.id })).document}
          keepCopy={async (copied) => {
            const copy = await client.call('opportunities.drafts.create', { account: loaded.account });
            const kept = { id: copy.id, revision: copy.revision, document: copied };
            await client.call('opportunities.drafts.save', kept);
          }}
        />
      )}
    </OpportunityContext>
  );
}

function useOpportunityDocument(loaded: LoadedOpportunityDraft): OpportunityDocument {
  const client = useClient();
  const editor = useDocumentEditor<OpportunityDraft, OpportunityAction>(loaded, {
    load: () => client.call('opportunities.drafts.get', { id: loaded.id }),
    save: (document, revision) => client.call('opportunities.drafts.save', { id: loaded.id, revision, document }),
    reduce: reduceOpportunity,
    // A send that has gone on from AWS's record is no other window.
    merge: followSent,
  });
  useEvent('opportunities.draftsChanged', ({ id }) => {
    if (id === loaded.id) editor.lookForNews();
  });
  return editor;
}

function useEditorValue(
  loaded: LoadedOpportunityDraft,
  { document: draft, dispatch }: OpportunityDocument,
  showsAll: boolean,
): OpportunityEditor {
  const account = useAccount(loaded.account);
  const today = useToday();
  // What the core knows beside the draft: opportunities that may be the same deal.
  const { data: checked } = useCallQuery('opportunities.drafts.check', { id: loaded.id });
  const duplicates = useMemo(
    () => (checked?.findings ?? []).filter(({ ruleId }) => ruleId === 'possible-duplicate'),
    [checked],
  );
  const findings = useMemo(() => [...lintOpportunity(draft, { today }), ...duplicates], [draft, today, duplicates]);
  const awsProblems = useAwsProblems(loaded.id, draft);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (path: string) => setTouched((before) => (before.has(path) ? before : new Set([...before, path])));
  return {
    draftId: loaded.id,
    accountKey: loaded.account,
    account,
    catalog: loaded.catalog,
    draft,
    today,
    standing: useMemo(() => standingOf(draft), [draft]),
    findings,
    awsProblems,
    showsAll,
    touched,
    dispatch,
    touch,
    leave: (path) => window.setTimeout(() => touch(path), LEAVE_MS),
    goTo: (path) => void focusPath(path),
  };
}

const NO_PROBLEMS: readonly AwsFieldProblem[] = [];

/** Errors of the last send, at their fields, until the draft is another one. */
function useAwsProblems(id: string, draft: OpportunityDraft): readonly AwsFieldProblem[] {
  const { data } = useCallQuery('opportunities.drafts.progress', { id });
  const [seen, setSeen] = useState<{ key: string; draft: OpportunityDraft } | null>(null);
  const failed = data?.steps.find(({ change }) => change?.error)?.change ?? null;
  const key = failed ? `${failed.id} ${failed.state}` : '';
  // The draft as it was when the failure came: once it is changed, what AWS said of it is old.
  if (key !== (seen?.key ?? '')) setSeen(key === '' ? null : { key, draft });
  return useMemo(() => {
    if (!failed?.error || seen?.draft !== draft) return NO_PROBLEMS;
    return failed.error.fields.map(({ path, messageKey, params }) => ({
      path: toDraftPath(path),
      code: String(params['reason'] ?? messageKey),
      message: String(params['message'] ?? ''),
    }));
  }, [failed, seen, draft]);
}

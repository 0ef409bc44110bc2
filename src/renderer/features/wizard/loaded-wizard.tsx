/** A loaded draft on the screen: the wizard while it is edited, its progress once it has been sent. */
import { useMemo, useState } from 'react';
import type { WizardStep } from '../../../shared/domain/offer/finding.ts';
import { applyFix } from '../../../shared/domain/offer/preflight/index.ts';
import { resaleOf } from '../../../shared/domain/offer/received-authorization.ts';
import { stepOfPath } from '../../../shared/domain/offer/wizard/definition.ts';
import { withNewDimensions } from '../../../shared/domain/offer/new-dimensions.ts';
import { useAccount } from '../../components/use-accounts.ts';
import { useCallQuery, useClient } from '../../bridge/hooks.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { awsErrorsOf } from './editor/aws-errors.ts';
import { ConflictDialog } from './editor/conflict-dialog.tsx';
import { EditorContext, type Editor } from './editor/context.ts';
import { preflightContextOf } from './editor/preflight-context.ts';
import { useDraftEditor, type DraftEditor } from './editor/use-draft-editor.ts';
import { useFindings } from './editor/use-findings.ts';
import type { LoadedDraft } from './editor/use-loaded-draft.ts';
import { useHeldOffer } from './editor/use-held-offer.ts';
import { useToday } from './editor/use-today.ts';
import { PublishProgress } from './publish/publish-progress.tsx';
import { hasFailed, useChange } from './publish/use-change.ts';
import { stepTextKey } from './step-texts.ts';
import { useWizardPlace, type WizardPlace } from './use-wizard-place.ts';
import { WizardFrame } from './wizard-frame.tsx';

/** Longer than a click takes. */
const LEAVE_MS = 250;

export function LoadedWizard({ loaded }: { loaded: LoadedDraft }) {
  const client = useClient();
  const draftEditor = useDraftEditor(loaded);
  useCrumbs(loaded.id, draftEditor.document.name);
  const place = useWizardPlace(loaded, draftEditor.document);
  const { change } = useChange(place.changeId);
  const failed = change && hasFailed(change) ? change : null;
  const editor = useEditorValue(loaded, draftEditor, place);
  const [sent] = useState(loaded.document);
  const awsErrors = useMemo(
    () => awsErrorsOf(failed, sent, draftEditor.document),
    [failed, sent, draftEditor.document],
  );
  if (change && !failed) return <PublishProgress change={change} onFollow={({ id }) => place.showChange(id)} />;
  return (
    <EditorContext value={{ ...editor, awsErrors }}>
      <WizardFrame place={place} draftEditor={draftEditor} failed={failed} />
      {draftEditor.save.kind === 'conflict' && (
        <ConflictDialog
          editor={draftEditor}
          loadOther={async () => (await client.call('drafts.get', { id: loaded.id })).document}
          keepCopy={async (document) => {
            const copy = await client.call('drafts.create', {
              account: loaded.account,
              productId: null,
              fromOfferId: null,
            });
            await client.call('drafts.save', { id: copy.id, revision: copy.revision, document });
          }}
        />
      )}
    </EditorContext>
  );
}

function useEditorValue(loaded: LoadedDraft, draftEditor: DraftEditor, place: WizardPlace): Editor {
  const { document: draft, dispatch, flush } = draftEditor;
  const client = useClient();
  const t = useTexts('wizard');
  const account = useAccount(loaded.account);
  const today = useToday();
  const stored = useDraftProduct(
    loaded.account,
    // AWS does not show a channel partner the seller's product.
    resaleOf(draft) ? null : (draft.product?.id ?? null),
  );
  const held = useHeldOffer(loaded.account, draft, stored);
  const findings = useFindings({ draft, product: stored, account, today, held });
  // What the offer adds to its product can be priced like the rest of it.
  const product = useMemo(() => stored && withNewDimensions(stored, draft), [stored, draft]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (path: string) => setTouched((before) => (before.has(path) ? before : new Set([...before, path])));
  const showsAll = useSeenReview(place.step) || place.target !== null;
  return {
    draftId: loaded.id,
    accountKey: loaded.account,
    account,
    draft,
    product,
    today,
    findings,
    awsErrors: [],
    showsAll,
    touched,
    target: place.target,
    dispatch,
    touch,
    leave: (path) => window.setTimeout(() => touch(path), LEAVE_MS),
    goTo: place.goTo,
    stepOf: stepOfPath,
    titleOf: (step) => t(stepTextKey(draft, 'step', step)),
    mend: (fixId) =>
      dispatch({ type: 'draft.fix', fixed: applyFix(fixId, draft, product, preflightContextOf(account, today)) }),
    attach: (file) => client.call('drafts.attachEula', { id: loaded.id, ...file }),
    request: async () => (await client.call('drafts.request', { id: loaded.id, intent: 'release' })).json,
    flush,
  };
}

function useCrumbs(id: string, name: string): void {
  const t = useTexts('wizard');
  usePage({
    breadcrumbs: [
      { text: t('drafts'), to: '/drafts' },
      { text: name || t('unnamed'), to: `/drafts/${encodeURIComponent(id)}` },
    ],
  });
}

function useDraftProduct(account: string, productId: string | null) {
  const { data } = useCallQuery(
    'products.get',
    { account, productId: productId ?? '' },
    { enabled: productId !== null },
  );
  return data?.id === productId ? (data ?? null) : null;
}

/** True from the first look at the review on. */
function useSeenReview(step: WizardStep): boolean {
  const [seen, setSeen] = useState(false);
  if (step === 'review' && !seen) setSeen(true);
  return seen || step === 'review';
}

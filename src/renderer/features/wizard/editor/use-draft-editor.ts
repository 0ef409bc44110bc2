/** The draft of an offer on the screen. */
import { useEffect, useEffectEvent } from 'react';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import type { DraftAction } from '../../../../shared/domain/offer/wizard/actions.ts';
import { reduceDraft } from '../../../../shared/domain/offer/wizard/reducer.ts';
import { useClient, useEvent } from '../../../bridge/hooks.tsx';
import { useDocumentEditor, type DocumentEditor } from './use-document-editor.ts';
import type { LoadedDraft } from './use-loaded-draft.ts';

export type DraftEditor = DocumentEditor<OfferDraft, DraftAction>;

/** Mount one editor for each draft: `loaded` counts at the first call only. */
export function useDraftEditor(loaded: LoadedDraft): DraftEditor {
  const client = useClient();
  const editor = useDocumentEditor<OfferDraft, DraftAction>(loaded, {
    load: () => client.call('drafts.get', { id: loaded.id }),
    save: (document, revision) => client.call('drafts.save', { id: loaded.id, revision, document }),
    reduce: reduceDraft,
  });
  useEvent('drafts.changed', ({ id }) => {
    if (id === loaded.id) editor.lookForNews();
  });
  /** A copy to come back to; the draft itself is saved on its own. */
  const keepVersion = () => client.call('versions.keepDraft', { draftId: loaded.id, label: null }).then(noop, noop);
  const leave = useEffectEvent(() => void editor.flush().then(keepVersion, noop));
  useEffect(() => () => leave(), []);
  return {
    ...editor,
    // What the other window saved gives way: kept before it does.
    keepMine: () => keepVersion().then(editor.keepMine),
  };
}

function noop(): void {}

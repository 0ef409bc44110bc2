/** The draft of an offer on the screen. */
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
  return editor;
}

/** What every part of the wizard works with: the draft, its product, what the rules say, where to look. */
import { createContext, useContext } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { EulaFile, OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import type { Finding } from '../../../../shared/domain/offer/finding.ts';
import type { DraftAction } from '../../../../shared/domain/offer/wizard/actions.ts';
import type { Product } from '../../../../shared/domain/product/product.ts';
import type { AwsFieldError } from './aws-errors.ts';

/** A field to bring into view; a new object each time, so that the same field can be asked for again. */
export interface FocusTarget {
  readonly path: string;
}

/** What the rules say at a field, whatever steps its wizard has. */
export type FieldFinding = Omit<Finding, 'step'> & { readonly step: string };

/**
 * Offers and resale authorizations are edited by the same fields. A draft that is no offer comes as the offer that it is priced like.
 */
export interface Editor {
  readonly draftId: string;
  /** Key of the account the draft belongs to. */
  readonly accountKey: string;
  /** null while accounts are loading. */
  readonly account: Account | null;
  readonly draft: OfferDraft;
  /** null while none is chosen or it is loading. */
  readonly product: Product | null;
  /** Business day in UTC. */
  readonly today: string;
  readonly findings: readonly FieldFinding[];
  readonly awsErrors: readonly AwsFieldError[];
  /** After the review has been seen, everything that is wrong is shown, not only where someone has been. */
  readonly showsAll: boolean;
  /** Paths of fields that were left, and names of steps that were left. */
  readonly touched: ReadonlySet<string>;
  readonly target: FocusTarget | null;
  dispatch(action: DraftAction): void;
  /** Name of the step that edits a path; null where none does. */
  stepOf(path: string): string | null;
  /** A step as its wizard calls it. */
  titleOf(step: string): string;
  /** Corrects the draft by the one-click fix that a finding names. */
  mend(fixId: string): void;
  /** Has the core check and keep a PDF with the draft. */
  attach(file: { readonly name: string; readonly base64: string }): Promise<EulaFile>;
  /** The request that publishing would send, as JSON text; of what is on disk. */
  request(): Promise<string>;
  touch(pathOrStep: string): void;
  /** The focus left a field. It counts as touched a moment later: an error that appears at once would push away what is being clicked. */
  leave(path: string): void;
  /** Opens the step of a field and puts the focus there; also takes the name of a step. */
  goTo(pathOrStep: string): void;
  /** Saves at once; true when everything is on disk. */
  flush(): Promise<boolean>;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('The wizard’s editor is missing');
  return editor;
}

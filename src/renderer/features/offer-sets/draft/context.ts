/** What the parts of the editor of an offer set work with. */
import { createContext, useContext } from 'react';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { OfferSetDraft } from '../../../../shared/domain/offer-set/draft.ts';
import type { OfferSetFinding } from '../../../../shared/domain/offer-set/finding.ts';
import type { OfferSetAction } from '../../../../shared/domain/offer-set/reducer.ts';
import type { AwsFieldError } from '../../wizard/editor/aws-errors.ts';

export interface SetEditor {
  readonly draftId: string;
  readonly accountKey: string;
  readonly account: Account | null;
  readonly draft: OfferSetDraft;
  /** As of the last save; null until the first answer. */
  readonly check: MethodOutput<'offersets.drafts.preflight'> | null;
  readonly awsErrors: readonly AwsFieldError[];
  /** Everything is said, also about fields that were not touched yet. */
  readonly showsAll: boolean;
  readonly touched: ReadonlySet<string>;
  dispatch(action: OfferSetAction): void;
  touch(path: string): void;
  /** True when everything is on disk. */
  flush(): Promise<boolean>;
  revision(): number;
}

export const SetEditorContext = createContext<SetEditor | null>(null);

export function useSetEditor(): SetEditor {
  const editor = useContext(SetEditorContext);
  if (!editor) throw new Error('The editor of offer sets is missing');
  return editor;
}

/** Of a field or a list, and of what stands in it. */
export function findingsAt({ check }: Pick<SetEditor, 'check'>, path: string): OfferSetFinding[] {
  return (check?.findings ?? []).filter((finding) => finding.path === path || finding.path.startsWith(`${path}.`));
}

/** What every part of the editor of opportunities works with. */
import { createContext, useContext } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { OpportunityDraft } from '../../../../shared/domain/opportunity/draft.ts';
import type { Standing } from '../../../../shared/domain/opportunity/fields.ts';
import type { OpportunityFinding } from '../../../../shared/domain/opportunity/finding.ts';
import type { OpportunityAction } from '../../../../shared/domain/opportunity/reducer.ts';

/** An error of AWS at a field, of the last send. */
export interface AwsFieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface OpportunityEditor {
  readonly draftId: string;
  readonly accountKey: string;
  /** null while accounts are loading. */
  readonly account: Account | null;
  readonly catalog: 'AWS' | 'Sandbox';
  readonly draft: OpportunityDraft;
  /** Business day in UTC. */
  readonly today: string;
  /** Where the opportunity stands at AWS; null for one that is not there yet. */
  readonly standing: Standing | null;
  readonly findings: readonly OpportunityFinding[];
  readonly awsProblems: readonly AwsFieldProblem[];
  /** Once somebody has asked to send, everything that is wrong is shown, not only where they have been. */
  readonly showsAll: boolean;
  readonly touched: ReadonlySet<string>;
  dispatch(action: OpportunityAction): void;
  touch(path: string): void;
  /** The focus left a field; it counts as touched a moment later, so that no error pushes away what is being clicked. */
  leave(path: string): void;
  /** Puts the focus on a field. */
  goTo(path: string): void;
}

export const OpportunityContext = createContext<OpportunityEditor | null>(null);

export function useOpportunity(): OpportunityEditor {
  const editor = useContext(OpportunityContext);
  if (!editor) throw new Error('The editor of opportunities is missing');
  return editor;
}

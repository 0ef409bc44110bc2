/** What the editor does to a draft. Every action is one thing a person did. */
import { nameOfOpportunity, type Association, type OpportunityDraft } from './draft.ts';
import type { OpportunityFinding } from './finding.ts';
import { fixOpportunity } from './lint/index.ts';
import { getAt, setAt } from './record.ts';
import { moveTo } from './stage.ts';

export type OpportunityAction =
  | { readonly type: 'set'; readonly path: string; readonly value: string | readonly string[] }
  | { readonly type: 'entry.add'; readonly path: string; readonly entry: object }
  | { readonly type: 'entry.remove'; readonly path: string; readonly index: number }
  | { readonly type: 'associate'; readonly association: Association }
  | { readonly type: 'disassociate'; readonly association: Pick<Association, 'type' | 'id'> }
  | { readonly type: 'stage'; readonly stage: string }
  | { readonly type: 'fix'; readonly finding: Pick<OpportunityFinding, 'fix' | 'path'> }
  /** Merged with what AWS holds now, or read anew. */
  | { readonly type: 'replace'; readonly draft: OpportunityDraft };

export function reduceOpportunity(draft: OpportunityDraft, action: OpportunityAction): OpportunityDraft {
  const next = apply(draft, action);
  if (next === draft) return draft;
  const name = nameOfOpportunity(next);
  return name === next.name ? next : { ...next, name };
}

function apply(draft: OpportunityDraft, action: OpportunityAction): OpportunityDraft {
  switch (action.type) {
    case 'set':
      return getAt(draft, action.path) === action.value ? draft : setAt(draft, action.path, action.value);
    case 'entry.add':
      return setAt(draft, action.path, [...listAt(draft, action.path), action.entry]);
    case 'entry.remove':
      return setAt(
        draft,
        action.path,
        listAt(draft, action.path).filter((_, index) => index !== action.index),
      );
    case 'associate':
      return { ...draft, associations: [...without(draft, action.association), action.association] };
    case 'disassociate':
      return { ...draft, associations: without(draft, action.association) };
    case 'stage':
      return moveTo(draft, action.stage);
    case 'fix':
      return fixOpportunity(draft, action.finding);
    case 'replace':
      return action.draft;
  }
}

function listAt(draft: OpportunityDraft, path: string): readonly unknown[] {
  const found = getAt(draft, path);
  return Array.isArray(found) ? found : [];
}

function without({ associations }: OpportunityDraft, gone: Pick<Association, 'type' | 'id'>): Association[] {
  return associations.filter(({ type, id }) => type !== gone.type || id !== gone.id);
}

/** The one-click correction of a finding, where it has one. */
import type { Finding } from '../../../../shared/domain/offer/finding.ts';
import { applyFix } from '../../../../shared/domain/offer/preflight/index.ts';
import { useEditor } from './context.ts';
import { preflightContextOf } from './preflight-context.ts';

export function useFix({ fix }: Finding): (() => void) | null {
  const { draft, product, account, today, dispatch } = useEditor();
  if (fix === null) return null;
  return () =>
    dispatch({ type: 'draft.fix', fixed: applyFix(fix, draft, product, preflightContextOf(account, today)) });
}

/** The one-click correction of a finding, where it has one. */
import { useEditor, type FieldFinding } from './context.ts';

export function useFix({ fix }: FieldFinding): (() => void) | null {
  const { mend } = useEditor();
  return fix === null ? null : () => mend(fix);
}

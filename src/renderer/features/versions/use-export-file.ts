/** Saves an offer, a draft or a template as a YAML file. */
import type { MethodInput } from '../../../shared/contract/index.ts';
import { useCallMutation, useClient } from '../../bridge/hooks.tsx';
import { toAppError } from '../../components/app-error-view.tsx';
import { saveText } from '../../components/save-text.ts';
import { useShowFlash } from '../../stores/flashes.ts';

export function useExportFile(): (source: MethodInput<'files.export'>['source']) => void {
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation('files.export');
  const run = async (source: MethodInput<'files.export'>['source']) => {
    const file = await read.mutateAsync({ source });
    await saveText(client, file);
    showFlash({
      id: 'file-export',
      kind: 'success',
      messageKey: 'versions:file.saved',
      params: { name: file.suggestedName },
    });
  };
  return (source) =>
    void run(source).catch((error: Error) => showFlash({ id: 'file-export', kind: 'error', error: toAppError(error) }));
}

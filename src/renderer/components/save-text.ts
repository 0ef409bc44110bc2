/** Saves a text as a file: by the host's dialog, or as a download where the host has none. */
import type { MethodInput } from '../../shared/contract/index.ts';
import type { Client } from '../bridge/client.ts';

export async function saveText(client: Client, file: MethodInput<'app.saveText'>): Promise<{ path: string | null }> {
  const { path, downloadInRenderer } = await client.call('app.saveText', file);
  if (downloadInRenderer) download(file);
  return { path };
}

function download({ suggestedName, mediaType, text }: MethodInput<'app.saveText'>): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.click();
  URL.revokeObjectURL(address);
}

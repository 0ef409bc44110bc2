/** Saves a custom document from the copy that AWS holds; its address is asked for at that moment, since it lives for minutes. */
import Button from '@cloudscape-design/components/button';
import type { AuthorizationDetail } from '../../../../shared/domain/authorization/authorization.ts';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

interface DownloadDocumentProps {
  readonly account: string;
  readonly authorizationId: string;
  readonly document: AuthorizationDetail['documents'][number];
}

export function DownloadDocument({ document: kind, ...ref }: DownloadDocumentProps) {
  const t = useTexts('authorizations');
  const showFlash = useShowFlash();
  const fetchDocument = useCallMutation('authorizations.fetchDocument');
  return (
    <Button
      variant="inline-link"
      iconName="download"
      loading={fetchDocument.isPending}
      onClick={() =>
        fetchDocument.mutate(
          { ...ref, document: kind },
          {
            onSuccess: save,
            onError: (error) => showFlash({ id: `document-${kind}`, kind: 'error', error: error.data }),
          },
        )
      }
    >
      {t(`page.download.${kind}`)}
    </Button>
  );
}

function save({ base64, mediaType, suggestedName }: MethodOutput<'authorizations.fetchDocument'>): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = suggestedName;
  link.click();
  URL.revokeObjectURL(address);
}

/** Sends the reviewed draft: saved first, then handed to the journal under the account that was shown. */
import { useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useEditor } from '../editor/context.ts';

export type PublishIntent = 'release' | 'draft';

interface PublishOptions {
  readonly intent: PublishIntent;
  readonly account: Account;
  revision(): number;
  onPublished(change: Change): void;
}

export function usePublish({ intent, account, revision, onPublished }: PublishOptions) {
  const client = useClient();
  const { draftId, draft, flush } = useEditor();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  async function publish(acknowledgedWarnings: readonly string[]): Promise<void> {
    setPending(true);
    setError(null);
    try {
      // What is not on disk cannot be sent; the save status says why it is not.
      if (!(await flush())) return;
      const { change } = await client.call('offers.publish', {
        draftId,
        revision: revision(),
        intent,
        confirmedAccountId: account.awsAccountId,
        acknowledgedWarnings: [...new Set(acknowledgedWarnings)],
        ...(isPublicOffer(draft) && { confirmedPublicProductId: draft.product?.id ?? null }),
      });
      onPublished(change);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setPending(false);
    }
  }

  return { isPending, error, send: (acknowledgedWarnings: readonly string[]) => void publish(acknowledgedWarnings) };
}

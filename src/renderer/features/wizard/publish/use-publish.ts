/** Sends the reviewed draft of an offer under the account that was shown. */
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useEditor } from '../editor/context.ts';
import { useSendSaved } from '../editor/use-send-saved.ts';

export type PublishIntent = 'release' | 'draft';

interface PublishOptions {
  readonly intent: PublishIntent;
  readonly account: Account;
  revision(): number;
  onPublished(change: Change): void;
}

export function usePublish({ intent, account, revision, onPublished }: PublishOptions) {
  const client = useClient();
  const { draftId, draft } = useEditor();
  return useSendSaved(async (acknowledgedWarnings) => {
    const { change } = await client.call('offers.publish', {
      draftId,
      revision: revision(),
      intent,
      confirmedAccountId: account.awsAccountId,
      acknowledgedWarnings,
      ...(isPublicOffer(draft) && { confirmedPublicProductId: draft.product?.id ?? null }),
    });
    onPublished(change);
  });
}

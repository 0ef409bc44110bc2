/** The ways to send a draft of a set: make it at AWS, save what has changed, or release it. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useSetEditor } from './context.ts';
import { SendDialog } from './send-dialog.tsx';

/** Before sending everything that is said is shown. */
export function SendButtons({ onAsked }: { onAsked(): void }) {
  const t = useTexts('offersets');
  const { accountKey, draft, flush } = useSetEditor();
  const [asking, setAsking] = useState<'draft' | 'release' | null>(null);
  const ask = async (intent: 'draft' | 'release') => {
    onAsked();
    // What is shown and asked about is what is on disk.
    if (await flush()) setAsking(intent);
  };
  const isNew = draft.target === null;
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <PermittedButton
          account={accountKey}
          actions={[startChangeSet(isNew ? 'CreateOfferSet' : 'AssociateOffers')]}
          variant={isNew ? 'primary' : 'normal'}
          onClick={() => void ask('draft')}
        >
          {t(isNew ? 'send.create.open' : 'send.update.open')}
        </PermittedButton>
        {!isNew && (
          <PermittedButton
            account={accountKey}
            actions={[startChangeSet('ReleaseOfferSet')]}
            variant="primary"
            onClick={() => void ask('release')}
          >
            {t('send.release.open')}
          </PermittedButton>
        )}
      </SpaceBetween>
      {asking && <SendDialog intent={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

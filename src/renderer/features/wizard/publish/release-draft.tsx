/** Releases an offer that stands as a draft at AWS, once it has been read back and compared. */
import Alert from '@cloudscape-design/components/alert';
import { useState } from 'react';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { ActionDialog } from '../../offers/life/action-dialog.tsx';

interface ReleaseDraftProps {
  readonly change: Change;
  readonly offerId: string;
  onFollow(change: Change): void;
}

export function ReleaseDraft({ change, offerId, onFollow }: ReleaseDraftProps) {
  const t = useTexts('wizard');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Alert
        action={
          <PermittedButton
            account={change.account}
            actions={[startChangeSet('ReleaseOffer')]}
            onClick={() => setAsking(true)}
          >
            {t('publish.release.confirm')}
          </PermittedButton>
        }
      >
        {t('published.draftBody')}
      </Alert>
      {asking && (
        <ActionDialog
          kind="release"
          offer={{ account: change.account, id: offerId, name: change.title, availabilityEndDate: null }}
          onSent={onFollow}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Above the steps: which account and draft this is, and whether it is saved. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isPublicOffer, isReleasedPublicOffer } from '../../../shared/domain/offer/public-offer.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import type { SaveState } from './editor/autosave.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useEditor } from './editor/context.ts';
import { DraftTools } from '../versions/draft-tools.tsx';
import { SaveStatus } from './editor/save-status.tsx';

interface WizardTopProps {
  readonly save: SaveState;
  onRetry(): void;
}

export function WizardTop({ save, onRetry }: WizardTopProps) {
  const { account, accountKey, draftId, draft, flush } = useEditor();
  const t = useTexts('wizard');
  return (
    <SpaceBetween size="s">
      <Grid gridDefinition={[{ colspan: 8 }, { colspan: 4 }]}>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          {account && <AccountBadge account={account} />}
          <Box color="text-body-secondary">{account?.awsAccountId ?? ''}</Box>
        </SpaceBetween>
        <Box float="right">
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <SaveStatus save={save} onRetry={onRetry} />
            <DraftTools account={accountKey} draftId={draftId} name={draft.name} flush={flush} />
          </SpaceBetween>
        </Box>
      </Grid>
      {isPublicOffer(draft) && (
        <Alert type={isReleasedPublicOffer(draft) ? 'warning' : 'info'}>
          {t(isReleasedPublicOffer(draft) ? 'public.changing' : 'public.making', {
            product: draft.product?.title ?? '',
          })}
        </Alert>
      )}
    </SpaceBetween>
  );
}

/** Above the steps: which account and draft this is, and whether it is saved. */
import Box from '@cloudscape-design/components/box';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AccountBadge } from '../../components/account-badge.tsx';
import type { SaveState } from './editor/autosave.ts';
import { useEditor } from './editor/context.ts';
import { DraftTools } from '../versions/draft-tools.tsx';
import { SaveStatus } from './editor/save-status.tsx';

interface WizardTopProps {
  readonly save: SaveState;
  onRetry(): void;
}

export function WizardTop({ save, onRetry }: WizardTopProps) {
  const { account, accountKey, draftId, draft, flush } = useEditor();
  return (
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
  );
}

/** Above the fields: which account and catalog, whether it is saved here, and the ways to AWS. */
import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isReadOnly } from '../../../../shared/domain/opportunity/fields.ts';
import { isBlockingOpportunity } from '../../../../shared/domain/opportunity/lint/index.ts';
import { isShared } from '../../../../shared/domain/opportunity/stage.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { SaveStatus } from '../../wizard/editor/save-status.tsx';
import { toOpportunityDraftPath, toOpportunityPath } from '../paths.ts';
import { useOpportunity } from './context.ts';
import type { OpportunityDocument } from './loaded.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

interface EditorTopProps {
  readonly document: OpportunityDocument;
  /** Somebody wants to send: from then on everything that is wrong is shown. */
  onAsk(intent: 'save' | 'share'): void;
}

export function EditorTop({ document, onAsk }: EditorTopProps) {
  const t = useTexts('opportunity-editor');
  const { draft, accountKey, account, catalog, standing, findings, goTo } = useOpportunity();
  const [sending, setSending] = useState<'save' | 'share' | null>(null);
  const [merging, setMerging] = useState(false);
  const shared = isShared(draft);
  const closed = isReadOnly(standing);

  function ask(intent: 'save' | 'share'): void {
    onAsk(intent);
    const obstacle = findings.find((finding) => isBlockingOpportunity(finding, intent));
    if (obstacle) goTo(obstacle.path);
    else setSending(intent);
  }

  const saveText = standing === null ? 'create' : standing.reviewStatus === 'Action Required' ? 'resubmit' : 'update';
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h1"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {draft.target && <CloneButton />}
            <Button disabled={closed} onClick={() => ask('save')} variant={shared ? 'primary' : 'normal'}>
              {t(`send.${saveText}`)}
            </Button>
            {!shared && (
              <Button variant="primary" onClick={() => ask('share')}>
                {t('send.share')}
              </Button>
            )}
          </SpaceBetween>
        }
      >
        {draft.name || t('unnamed')}
      </Header>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {account && (
          <Box>
            <AccountBadge account={account} />
          </Box>
        )}
        <Box color="text-body-secondary">{account?.awsAccountId ?? ''}</Box>
        {catalog === 'Sandbox' && <Badge color="severity-medium">{t('sandbox')}</Badge>}
        {draft.target && (
          <RouteLink to={toOpportunityPath({ account: accountKey, opportunityId: draft.target.opportunityId })}>
            {draft.target.opportunityId}
          </RouteLink>
        )}
        <SaveStatus save={document.save} onRetry={() => void document.flush()} />
      </SpaceBetween>
      {sending && account && (
        <SendDialog
          intent={sending}
          account={account}
          document={document}
          onConflict={() => {
            setSending(null);
            setMerging(true);
          }}
          onClose={() => setSending(null)}
        />
      )}
      {merging && <MergeDialog document={document} onClose={() => setMerging(false)} />}
    </SpaceBetween>
  );
}

/** A new draft made after this one; AWS's id stays behind. */
function CloneButton() {
  const t = useTexts('opportunity-editor');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const { draft, accountKey } = useOpportunity();
  const create = useCallMutation('opportunities.drafts.create');
  const fromOpportunityId = draft.target?.opportunityId ?? null;
  return (
    <Button
      loading={create.isPending}
      onClick={() =>
        create.mutate(
          { account: accountKey, fromOpportunityId, clone: true },
          {
            onSuccess: ({ id }) => void navigate(toOpportunityDraftPath(id)),
            onError: (error) => showFlash({ id: 'opportunity-clone', kind: 'error', error: error.data }),
          },
        )
      }
    >
      {t('clone')}
    </Button>
  );
}

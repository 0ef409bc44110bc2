/** Makes an opportunity of a lead: a draft at AWS that is then completed and shared. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { useTexts } from '../../i18n/context.tsx';
import { textAt } from '../opportunities/page/read.ts';
import { DeedDialog } from './deed-dialog.tsx';

interface ConvertDialogProps {
  readonly engagement: EngagementDetail;
  readonly context: unknown;
  readonly account: Account;
  onClose(): void;
}

export function ConvertDialog({ engagement, context, account, onClose }: ConvertDialogProps) {
  const t = useTexts('engagements');
  const isQualified = textAt(context, 'Payload.Lead.QualificationStatus') === 'Qualified';
  return (
    <DeedDialog
      account={account}
      words="convert"
      what={engagement.title || engagement.id}
      deed={{ kind: 'lead-opportunity', engagementId: engagement.id, contextId: textAt(context, 'Id') }}
      onClose={onClose}
    >
      <Box>{t('convert.body')}</Box>
      {!isQualified && <Alert type="warning">{t('convert.notQualified')}</Alert>}
    </DeedDialog>
  );
}

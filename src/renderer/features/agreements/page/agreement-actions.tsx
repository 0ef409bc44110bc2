/** What can be done with an agreement. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { useTexts } from '../../../i18n/context.tsx';

interface AgreementActionsProps {
  readonly agreement: AgreementDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

export function AgreementActions({ agreement, refreshing, onRefresh }: AgreementActionsProps) {
  const t = useTexts('agreements');
  const isReadable = agreement.summary.role === 'proposer';
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {isReadable && (
        <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
          {t('page.refresh')}
        </Button>
      )}
    </SpaceBetween>
  );
}

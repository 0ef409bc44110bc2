/** The buttons under the last step of a wizard: the kit's own could not be greyed out with what AWS has refused. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { startChangeSet } from '../../../shared/domain/account/permissions.ts';
import type { Deed } from '../../../shared/domain/account/persona.ts';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useTexts } from '../../i18n/context.tsx';

interface LastActionsProps {
  /** Null while the account is read. */
  readonly account: string | null;
  /** What the last button would send. */
  readonly changeTypes: readonly string[];
  readonly deed?: Deed;
  readonly text: string;
  onClose(): void;
  onPrevious(): void;
  onSubmit(): void;
}

export function LastActions({ account, changeTypes, deed, text, onClose, onPrevious, onSubmit }: LastActionsProps) {
  const t = useTexts('wizard');
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="link" formAction="none" onClick={onClose}>
        {t('saveAndClose')}
      </Button>
      <Button formAction="none" onClick={onPrevious}>
        {t('previousStep')}
      </Button>
      <PermittedButton
        account={account}
        actions={changeTypes.map(startChangeSet)}
        {...(deed ? { deed } : {})}
        variant="primary"
        formAction="none"
        onClick={onSubmit}
      >
        {text}
      </PermittedButton>
    </SpaceBetween>
  );
}

/** The dialogs that belong to no page, and the keys that open them. */
import { useAppearance } from '../stores/appearance.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { AccountSwitcher } from './account-switcher.tsx';
import { MfaDialog } from './mfa-dialog.tsx';
import { ModeDialog } from './mode-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useShortcuts } from '../components/shortcuts.ts';

export function Dialogs() {
  const { open, show, close } = useDialogs();
  const { helpPanelOpen, setHelpPanelOpen } = useAppearance();
  useShortcuts({
    'switch-account': () => show('account-switcher'),
    help: () => show('shortcuts'),
    'toggle-help-panel': () => setHelpPanelOpen(!helpPanelOpen),
  });
  return (
    <>
      {open === 'account-switcher' && <AccountSwitcher onClose={close} />}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {open === 'mode' && <ModeDialog onClose={close} />}
      <MfaDialog />
    </>
  );
}

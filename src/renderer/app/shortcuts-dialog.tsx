/** The keyboard shortcuts, over any page. */
import Modal from '@cloudscape-design/components/modal';
import { ShortcutsList } from '../components/shortcuts-list.tsx';
import { useTexts } from '../i18n/context.tsx';

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('common');
  return (
    <Modal visible header={t('shortcuts.title')} onDismiss={onClose}>
      <ShortcutsList />
    </Modal>
  );
}

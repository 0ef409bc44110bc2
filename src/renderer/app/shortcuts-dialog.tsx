/** Every keyboard shortcut, as the table in shortcuts.ts has it. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import { useTexts } from '../i18n/context.tsx';
import { formatKey, SHORTCUTS } from './shortcuts.ts';

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('common');
  return (
    <Modal visible header={t('shortcuts.title')} onDismiss={onClose}>
      <ShortcutsList />
    </Modal>
  );
}

export function ShortcutsList() {
  const t = useTexts('common');
  return (
    <KeyValuePairs
      columns={1}
      items={SHORTCUTS.map(({ id, keys }) => ({
        label: t(`shortcuts.${id}`),
        value: (
          <span>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && ' + '}
                <kbd>{formatKey(key)}</kbd>
              </span>
            ))}
          </span>
        ),
      }))}
    />
  );
}

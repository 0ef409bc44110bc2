/** Every keyboard shortcut, as the table in shortcuts.ts has it. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { Fragment } from 'react';
import { useTexts } from '../i18n/context.tsx';
import { formatKey, SHORTCUTS } from './shortcuts.ts';

export function ShortcutsList() {
  const t = useTexts('common');
  return (
    <KeyValuePairs
      columns={1}
      items={SHORTCUTS.map(({ id, keys }) => ({
        label: t(`shortcuts.${id}`),
        value: keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && ' + '}
            <kbd>{formatKey(key)}</kbd>
          </Fragment>
        )),
      }))}
    />
  );
}

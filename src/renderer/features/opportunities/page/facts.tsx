/** Members of AWS's record as labelled values, those left out that AWS has not. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/context.tsx';
import { textAt, textsAt } from './read.ts';

export interface Fact {
  /** In the record; its text is `field.<path>`. */
  readonly path: string;
  /** How it is shown, where not as it is. */
  readonly show?: (text: string) => ReactNode;
}

interface FactsProps {
  readonly value: unknown;
  readonly facts: readonly Fact[];
  /** Words for a member that cannot be changed now; null for one that can. */
  readonly lockOf?: (path: string) => string | null;
}

export function Facts({ value, facts, lockOf }: FactsProps) {
  const t = useTexts('opportunities');
  const items = facts.flatMap(({ path, show }) => {
    const text = textAt(value, path) || textsAt(value, path).join(' · ');
    if (text === '') return [];
    const lock = lockOf?.(path) ?? null;
    return [
      {
        label: t(`field.${path.replaceAll('.', '-')}`),
        value: show ? show(text) : text,
        ...(lock === null ? {} : { info: <Lock text={lock} /> }),
      },
    ];
  });
  if (items.length === 0) return <Box color="text-body-secondary">{t('page.nothing')}</Box>;
  return <KeyValuePairs columns={3} items={items} />;
}

function Lock({ text }: { text: string }) {
  return (
    <Box variant="small" color="text-status-inactive">
      {text}
    </Box>
  );
}

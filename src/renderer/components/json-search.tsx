/** A document as JSON, to read, to search and to copy. */
import './json-view.css';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo, useRef, useState } from 'react';
import { useTexts } from '../i18n/context.tsx';

/** More marks than this help nobody, and make the page slow. */
const MOST_MARKS = 2000;

interface JsonSearchProps {
  readonly value: unknown;
  readonly label: string;
  readonly findLabel: string;
  countText(count: number): string;
}

export function JsonSearch({ value, label, findLabel, countText }: JsonSearchProps) {
  const t = useTexts('common');
  const [wanted, setWanted] = useState('');
  const view = useRef<HTMLPreElement>(null);
  const text = useMemo(() => (typeof value === 'string' ? value : JSON.stringify(value, null, 2)), [value]);
  const parts = useMemo(() => split(text, wanted), [text, wanted]);
  const count = (parts.length - 1) / 2;
  const showFirst = () => {
    const first = view.current?.querySelector('mark');
    if (view.current && first) view.current.scrollTop = first.offsetTop - view.current.offsetTop;
  };
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <TextFilter
          filteringText={wanted}
          filteringPlaceholder={findLabel}
          filteringAriaLabel={findLabel}
          countText={wanted === '' ? '' : countText(count)}
          onChange={({ detail }) => setWanted(detail.filteringText)}
          onDelayedChange={showFirst}
        />
        <CopyToClipboard
          copyButtonText={t('copy')}
          copyButtonAriaLabel={`${t('copy')}: ${label}`}
          textToCopy={text}
          copySuccessText={t('copied')}
          copyErrorText={t('copyFailed')}
        />
      </SpaceBetween>
      <Box>
        {/* Scrollable by keyboard: the text may be far longer than the page. */}
        <pre ref={view} className="json-view" tabIndex={0} aria-label={label}>
          {parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
        </pre>
      </Box>
    </SpaceBetween>
  );
}

/** Text and matches in turn; the text alone where nothing is searched for. */
function split(text: string, wanted: string): string[] {
  if (wanted.trim() === '') return [text];
  const lower = text.toLowerCase();
  const needle = wanted.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (let at = lower.indexOf(needle); at >= 0 && parts.length < MOST_MARKS; at = lower.indexOf(needle, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + needle.length));
    from = at + needle.length;
  }
  return [...parts, text.slice(from)];
}

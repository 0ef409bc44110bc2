/** The help panel of the page in view. A text's blank lines separate paragraphs; lines that begin with "- " are a list. */
import HelpPanel from '@cloudscape-design/components/help-panel';
import { useTexts } from '../i18n/context.tsx';
import type { HelpSource } from '../stores/page.ts';

export function HelpContent({ source }: { source: HelpSource }) {
  const text = useTexts(source.topic);
  const blocks = text(`${source.key}.body`).split(/\n\n+/);
  return (
    <HelpPanel header={<h2>{text(`${source.key}.title`)}</h2>}>
      {blocks.map((block) => (
        <HelpBlock key={block} block={block} />
      ))}
    </HelpPanel>
  );
}

function HelpBlock({ block }: { block: string }) {
  const lines = block.split('\n');
  if (!lines.every((line) => line.startsWith('- '))) return <p>{block}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line.slice(2)}</li>
      ))}
    </ul>
  );
}

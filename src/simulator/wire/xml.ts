/** The little XML that STS and S3 answers need. */

/** A tree of elements: text, or children by name; a list repeats the element. */
export type XmlValue = string | { readonly [name: string]: XmlValue | readonly XmlValue[] };

export function formatXml(root: string, value: XmlValue, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${formatContent(value)}</${root}>`;
}

function formatContent(value: XmlValue): string {
  if (typeof value === 'string') return escapeText(value);
  return Object.entries(value)
    .flatMap(([name, child]) =>
      (isList(child) ? child : [child]).map((one) => `<${name}>${formatContent(one)}</${name}>`),
    )
    .join('');
}

function isList(value: XmlValue | readonly XmlValue[]): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function escapeText(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // Other control characters cannot stand in XML 1.0 at all.
      .replace(/[\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

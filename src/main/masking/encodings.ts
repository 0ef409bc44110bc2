/** The forms in which a secret may turn up inside a text: as it is, escaped for JSON or an address, base64, hex. */
import { Buffer } from 'node:buffer';

/** Shorter values would mask ordinary words. */
export const SHORTEST_SECRET = 8;

/** Every textual form of `secret` that a text search must look for; longest first, so that a form inside another is not cut. */
export function textForms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const url = encodeURIComponent(secret);
  const forms = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('/', '\\/'),
    encodeURI(secret),
    url,
    lowerCaseEscapes(url),
    encodeURIComponent(url),
    url.replaceAll('%20', '+'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes),
  ]);
  return [...forms].filter((form) => form.length >= SHORTEST_SECRET).sort((a, b) => b.length - a.length);
}

function lowerCaseEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

/** A secret inside a longer base64 text starts at one of three alignments; the characters that its neighbours share are left out. */
function base64Forms(bytes: Buffer): string[] {
  const forms: string[] = [];
  for (const lead of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const start = lead === 0 ? 0 : lead + 1;
    const sharedEnd = (lead + bytes.length) % 3 === 0 ? 0 : 1;
    const form = encoded.slice(start, encoded.length - sharedEnd);
    forms.push(form, form.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(form));
  }
  return forms;
}

/** Cuts the signature out of addresses inside a document: whoever holds it may read the file behind it. */
import { MASK } from '../masking/mask.ts';

const SECRET_PARAMETER = /signature|credential|token|accesskeyid|key-pair-id|policy/i;

/** The same document with the query of every signed address replaced by the mask. */
export function maskSignedAddresses(value: unknown): unknown {
  if (typeof value === 'string') return maskAddress(value);
  if (Array.isArray(value)) return value.map(maskSignedAddresses);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskSignedAddresses(member)]));
  }
  return value;
}

function maskAddress(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  const url = new URL(text);
  const isSigned = [...url.searchParams.keys()].some((name) => SECRET_PARAMETER.test(name));
  return isSigned ? `${text.slice(0, text.indexOf('?'))}?${MASK}` : text;
}

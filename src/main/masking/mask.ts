/** Takes secrets out of texts before they are logged, stored or shown. */

export const MASK = '••••';

const PATTERNS: readonly [RegExp, string][] = [
  // Signature, credential and token parts of a presigned address, raw or percent-encoded once or twice.
  [/(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D|%253D))[^&\s"'\\]+/gi, `$1${MASK}`],
  // Access key ids.
  [/\b((?:AKIA|ASIA)[A-Z0-9]{2})[A-Z0-9]{8,}([A-Z0-9]{4})\b/g, `$1${MASK}$2`],
  // Authorization header of SigV4.
  [/(Signature=)[0-9a-f]{64}/g, `$1${MASK}`],
];

/** Masks what is recognisable as a secret by its form. Known secret values are masked by `createMasker`. */
export function maskText(text: string): string {
  return PATTERNS.reduce((masked, [pattern, replacement]) => masked.replace(pattern, replacement), text);
}

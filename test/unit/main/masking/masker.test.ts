import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker, maskLogger } from '../../../../src/main/masking/masker.ts';
import { findSecretLeaks } from '../../../support/secret-scan.ts';

const secret = 'wJalr/XUtnFEMI+K7MDENG=bPx"RfiCY';

const encodings: [string, (value: string) => string][] = [
  ['raw', (value) => value],
  ['JSON', (value) => JSON.stringify({ value })],
  ['URL', encodeURIComponent],
  ['URL twice', (value) => encodeURIComponent(encodeURIComponent(value))],
  ['base64', (value) => Buffer.from(value).toString('base64')],
  ['base64 at another offset', (value) => Buffer.from(`a${value}bc`).toString('base64')],
  ['base64 at the third offset', (value) => Buffer.from(`ab${value}c`).toString('base64')],
  ['base64url', (value) => Buffer.from(value).toString('base64url')],
  ['hex', (value) => Buffer.from(value).toString('hex')],
];

describe('the masker', () => {
  it.each(encodings)('masks a known secret as %s', (_name, encode) => {
    const masker = createMasker();
    masker.addSecret(secret);
    const masked = masker.text(`before ${encode(secret)} after`);
    expect(findSecretLeaks({ secrets: { secret }, captured: { masked } })).toEqual([]);
    expect(masked).toMatch(/^before .* after$/);
  });

  it('leaves no searchable form of any secret in any encoding', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 16, maxLength: 60, unit: 'grapheme-ascii' }),
        fc.constantFrom(...encodings),
        fc.string({ maxLength: 20, unit: 'grapheme-ascii' }),
        (value, [, encode], around) => {
          const masker = createMasker();
          masker.addSecret(value);
          const masked = masker.text(`${around}|${encode(value)}|${around}`);
          expect(findSecretLeaks({ secrets: { value }, captured: { masked } })).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('lets everything else through', () => {
    const masker = createMasker();
    masker.addSecret(secret);
    expect(masker.text('offer-abc for 012345678901')).toBe('offer-abc for 012345678901');
  });

  it('masks what is recognisable without being known', () => {
    const masker = createMasker();
    const url = 'https://b.s3.amazonaws.com/k?X-Amz-Signature=0123abcd&X-Amz-Security-Token=FwoG%2F&x-id=GetObject';
    expect(masker.text(url)).toBe(
      'https://b.s3.amazonaws.com/k?X-Amz-Signature=••••&X-Amz-Security-Token=••••&x-id=GetObject',
    );
    expect(masker.text('key AKIAIOSFODNN7EXAMPLE used')).not.toContain('IOSFODNN7');
  });

  it('ignores values too short to be a secret', () => {
    const masker = createMasker();
    masker.addSecret('abc');
    masker.addSecret(null);
    expect(masker.text('abc')).toBe('abc');
  });

  it('reaches strings inside plain values and errors', () => {
    const masker = createMasker();
    masker.addSecret(secret);
    const value = masker.value({ list: [secret, 1, null], error: new Error(`bad ${secret}`, { cause: secret }) });
    expect(findSecretLeaks({ secrets: { secret }, captured: { value } })).toEqual([]);
    expect(value).toMatchObject({ list: ['••••', 1, null], error: { message: 'bad ••••' } });
  });

  it('forgets the oldest secrets only', () => {
    const masker = createMasker();
    masker.addSecret(secret);
    for (let n = 0; n < 150; n += 1) masker.addSecret(`temporary-token-${n}`);
    masker.addSecret(secret);
    for (let n = 150; n < 300; n += 1) masker.addSecret(`temporary-token-${n}`);
    expect(masker.text(secret)).toBe('••••');
    expect(masker.text('temporary-token-0|')).toBe('temporary-token-0|');
  });
});

describe('a masked logger', () => {
  it('masks messages and details before they reach the host', () => {
    const lines: unknown[] = [];
    const keep = (...line: unknown[]) => void lines.push(line);
    const masker = createMasker();
    masker.addSecret(secret);
    const logger = maskLogger({ debug: keep, info: keep, warn: keep, error: keep }, masker);
    logger.error(`failed with ${secret}`, { error: new Error(secret), list: [secret] });
    expect(lines).toHaveLength(1);
    expect(findSecretLeaks({ secrets: { secret }, captured: { lines } })).toEqual([]);
  });
});

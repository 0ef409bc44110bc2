import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { events, methods } from '../../../../src/shared/contract/index.ts';

/** Names under which a secret could travel out of the core. */
const SECRET_NAME =
  /secret(?!AtHand$)|password|passphrase|privateKey|accessKey(?!Schema)|sessionToken|signature|credential/i;

/** Names that only sound like one. */
const HARMLESS = new Set([
  // A path: where the credentials file lies.
  'accounts.profiles output credentialsFile',
  // Whether a secret is there, as a yes or no.
  'secretAtHand',
]);

function secretNames(where: string, schema: unknown): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { properties?: Record<string, unknown> };
    for (const name of Object.keys(properties ?? {})) {
      const harmless = HARMLESS.has(name) || HARMLESS.has(`${where} ${name}`);
      if (SECRET_NAME.test(name) && !harmless) found.push(`${where}: ${name}`);
    }
    Object.values(node).forEach(walk);
  };
  walk(schema);
  return found;
}

const toJson = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' });

describe('the contract', () => {
  it.each(Object.entries(methods))('%s returns no secret-like field', (name, { output }) => {
    expect(secretNames(`${name} output`, toJson(output, 'output'))).toEqual([]);
  });

  it.each(Object.entries(events))('%s announces no secret-like field', (name, { payload }) => {
    expect(secretNames(`${name} payload`, toJson(payload, 'output'))).toEqual([]);
  });

  it('takes secrets in by two methods only', () => {
    const taking = Object.entries(methods)
      .filter(([name, { input }]) => secretNames(name, toJson(input, 'input')).length > 0)
      .map(([name]) => name);
    expect(taking).toEqual(['accounts.create', 'accounts.update']);
  });

  it('would notice a secret in an answer', () => {
    const planted = z.object({ accounts: z.array(z.object({ keys: z.object({ secretAccessKey: z.string() }) })) });
    expect(secretNames('planted', toJson(planted, 'output'))).toEqual(['planted: secretAccessKey']);
  });
});

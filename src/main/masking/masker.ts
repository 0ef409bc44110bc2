/** Masks known secret values, in every usual encoding, besides what is recognisable by its form. One masker a core. */
import { MASK, maskText } from './mask.ts';
import { SHORTEST_SECRET, textForms } from './encodings.ts';
import type { Logger } from '../ports.ts';

export interface Masker {
  /** From now on this value is masked wherever a text goes out. */
  addSecret(value: string | null | undefined): void;
  text(text: string): string;
  /** The same for every string inside a plain value; errors become plain data. */
  value(value: unknown): unknown;
}

/** Temporary credentials come anew every hour: the oldest are dropped, long after they have expired. */
const MOST_SECRETS = 200;

export function createMasker(): Masker {
  /** Secret -> its forms; insertion order is order of last use. */
  const secrets = new Map<string, string[]>();

  const text = (input: string): string => {
    let masked = input;
    // A plain search per form: far quicker on long texts than one pattern with hundreds of alternatives.
    for (const forms of secrets.values()) {
      for (const form of forms) if (masked.includes(form)) masked = masked.replaceAll(form, MASK);
    }
    return maskText(masked);
  };

  const value = (input: unknown): unknown => {
    if (typeof input === 'string') return text(input);
    if (Array.isArray(input)) return input.map(value);
    if (input instanceof Error) {
      return {
        name: input.name,
        message: text(input.message),
        stack: text(input.stack ?? ''),
        cause: value(input.cause),
      };
    }
    if (input === null || typeof input !== 'object') return input;
    return Object.fromEntries(Object.entries(input).map(([key, member]) => [key, value(member)]));
  };

  return {
    addSecret(secret) {
      if (!secret || secret.length < SHORTEST_SECRET) return;
      const forms = secrets.get(secret) ?? textForms(secret);
      secrets.delete(secret);
      secrets.set(secret, forms);
      const oldest = secrets.keys().next().value;
      if (secrets.size > MOST_SECRETS && oldest !== undefined) secrets.delete(oldest);
    },
    text,
    value,
  };
}

/** A logger whose lines pass the masker before they reach the host. */
export function maskLogger(logger: Logger, masker: Masker): Logger {
  const through = (level: keyof Logger) => (message: string, details?: Record<string, unknown>) =>
    logger[level](masker.text(message), details && (masker.value(details) as Record<string, unknown>));
  return { debug: through('debug'), info: through('info'), warn: through('warn'), error: through('error') };
}

/** Patterns and lengths of single values in change details. */
import { z } from 'zod';
import { isCalendarDay } from '../instants.ts';

export const entityIdText = z
  .string()
  .min(1)
  .max(255)
  .regex(/^(\$[a-zA-Z]+\.Entity\.Identifier|[a-zA-Z0-9][.a-zA-Z0-9/-]+[a-zA-Z0-9])$/);

/** The one set that an offer will ever belong to. */
export const offerSetIdText = z
  .string()
  .max(72)
  .regex(
    /^(\$[a-zA-Z]+\.Entity\.Identifier|offerset-[a-zA-Z0-9][.a-zA-Z0-9/-]+[a-zA-Z0-9])$/,
    'must be the id of an offer set',
  );

export const accountIdText = z.string().regex(/^\d{12}$/, 'must be a 12-digit account id');
export const countryCodeText = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 alpha-2 code');
export const currencyText = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters');
export const dayText = z.string().refine(isCalendarDay, 'must be a calendar date written YYYY-MM-DD');
export const durationText = z
  .string()
  .regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?$/, 'must be an ISO 8601 duration in years, months and days');
export const dimensionKeyText = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9_.-]+$/);

/** 0 to 100 000 000 with at most `decimals` places. */
export function priceText(decimals: number): z.ZodString {
  const pattern = new RegExp(`^((100000000(\\.0{0,${decimals}})?)|(\\d{1,8}(\\.\\d{0,${decimals}})?))$`);
  return z.string().regex(pattern, `must be a decimal text from 0 to 100000000 with at most ${decimals} decimals`);
}

export const percentageText = z
  .string()
  .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, 'must be a percentage from 0.00 to 100.00');

/** A text that people read: no blank at its start, none of `\ < >`. */
export function nameText(maxLength: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^\s\\<>][^\\<>]*$/, 'must not start with a blank nor contain \\, < or >');
}

/** Free text without a blank at its start. */
export function plainText(maxLength: number): z.ZodString {
  return z.string().min(1).max(maxLength).regex(/^\S/, 'must not start with white space');
}

export const httpsUrl = z
  .string()
  .max(2048)
  .regex(/^https:\/\/[^\s/]+/, 'must be an https address');

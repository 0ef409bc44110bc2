/** Formatters of one language. Money and decimals stay text all the way: no amount passes through a float. */
import type { Language } from '../../shared/contract/app.ts';

const MAX_DECIMALS = 8;
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface Formatters {
  /** A calendar date, `2026-11-21`; text that is no date comes back as it is. */
  date(plainDate: string): string;
  /** An instant with its zone said. */
  instant(iso: string): string;
  /** An amount with its currency; up to 8 decimals, at least those of the currency. */
  money(amount: string, currency: string): string;
  /** A decimal text with grouping; up to 8 decimals. */
  decimal(text: string): string;
  count(value: number): string;
  percent(ratio: number): string;
  /** An ISO 8601 duration in years, months and days: `P1Y6M`. */
  duration(iso: string): string;
  /** A length of time to wait, rounded so that it does not pretend to be exact. */
  remaining(milliseconds: number): string;
  fileSize(bytes: number): string;
  list(items: readonly string[]): string;
  readonly timeZone: string;
}

export function createFormatters(language: Language, timeZone: string): Formatters {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  const counts = new Intl.NumberFormat(language);
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: MAX_DECIMALS });
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: digits,
    }).format(value);

  return {
    timeZone,
    date: (text) => (isPlainDate(text) ? dates.format(new Date(`${text}T00:00:00Z`)) : text),
    instant: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : instants.format(new Date(iso))),
    money(amount, currency) {
      if (!DECIMAL.test(amount)) return [amount, currency].filter(Boolean).join(' ');
      const format = moneyFormat(language, currency);
      return format ? format.format(exact(amount)) : `${decimals.format(exact(amount))} ${currency}`.trim();
    },
    decimal: (text) => (DECIMAL.test(text) ? decimals.format(exact(text)) : text),
    count: (value) => counts.format(value),
    percent: (ratio) => percents.format(ratio),
    duration: (iso) => formatDuration(iso, unit),
    remaining(milliseconds) {
      const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
      if (seconds < 60) return unit(seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5, 'second');
      if (seconds < 3600) return unit(Math.ceil(seconds / 60), 'minute');
      return unit(Math.ceil(seconds / 360) / 10, 'hour', 1);
    },
    fileSize(bytes) {
      if (bytes < 1000) return unit(bytes, 'byte');
      return bytes < 1_000_000 ? unit(bytes / 1000, 'kilobyte', 1) : unit(bytes / 1_000_000, 'megabyte', 1);
    },
    list: (items) => lists.format([...items]),
  };
}

/** The type of a decimal text that Intl formats digit by digit. */
function exact(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}

function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** null for text that is no currency code: a draft may hold anything while it is being typed. */
function moneyFormat(language: Language, currency: string): Intl.NumberFormat | null {
  if (!/^[A-Za-z]{3}$/.test(currency)) return null;
  return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: MAX_DECIMALS });
}

function formatDuration(iso: string, unit: (value: number, name: string) => string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(iso);
  const parts = (['year', 'month', 'day'] as const).flatMap((name, index) => {
    const value = match?.[index + 1];
    return value === undefined ? [] : [unit(Number(value), name)];
  });
  return parts.length > 0 ? parts.join(' ') : iso;
}

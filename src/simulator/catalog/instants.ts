/** Instants and calendar days as the Catalog API writes them: everything in UTC. */

const DAY_MS = 86_400_000;

/** `YYYY-MM-DDTHH:MM:SSZ` */
export function toInstant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** `YYYY-MM-DD` */
export function toDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** False for days that no calendar has, such as 2027-02-30. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epoch = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epoch) && toDay(epoch) === text;
}

export function addDays(day: string, days: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** Keeps the day of the month, or takes the month's last day where it has fewer. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return toDay(first.getTime() + (Math.min(date, lastDate) - 1) * DAY_MS);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** Null for text that is not `P[nY][nM][nD]`. */
export function parseDuration(text: string): DurationParts | null {
  const match = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(text);
  if (!match) return null;
  return { years: Number(match[1] ?? 0), months: Number(match[2] ?? 0), days: Number(match[3] ?? 0) };
}

/** First day after a duration that starts with `day`. */
export function addDuration(day: string, duration: string): string {
  const parts = parseDuration(duration);
  if (!parts) return day;
  return addDays(addMonths(day, parts.years * 12 + parts.months), parts.days);
}

/** First and last instant of a day. */
export const startOfDay = (day: string): string => `${day}T00:00:00.000Z`;
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

/** Authorizations write their instants to the millisecond. */
export function withMilliseconds(instant: string): string {
  return instant.replace(/(:\d{2})Z$/, '$1.000Z');
}

/** What comes up as a calendar file: whole days, ids that stay when a day moves, a sequence that grows with each update. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { RadarEntry } from '../../shared/domain/agreement/radar.ts';

type Texts = Readonly<Record<string, string>>;

interface Owner {
  readonly name: string;
  readonly awsAccountId: string;
}

const EPOCH_MS = Date.parse('2020-01-01T00:00:00Z');
const MINUTE_MS = 60_000;

export function formatCalendar(
  entries: readonly RadarEntry[],
  about: { readonly ownerOf: (account: string) => Owner; readonly texts: Texts; readonly nowMs: number },
): string {
  const { texts } = about;
  const calendar = ical({
    name: texts['title'] ?? 'Offerdeck',
    prodId: { company: 'Offerdeck', product: 'Offerdeck', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const owner = about.ownerOf(entry.account);
    calendar.createEvent({
      id: uidOf(entry, owner.awsAccountId),
      // A day, not an instant: the generator writes the day of UTC.
      start: new Date(`${entry.date}T00:00:00Z`),
      allDay: true,
      stamp: new Date(about.nowMs),
      sequence: sequenceOf(entry),
      summary: summaryOf(entry, texts),
      description: descriptionOf(entry, owner, texts),
      status: entry.inForce ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** Names the subject, never the day. An end and a renewal are one event that changes its mind. */
export function uidOf({ kind, id, position }: RadarEntry, awsAccountId: string): string {
  const event = kind === 'renews' ? 'ends' : kind;
  return `${event}.${position}.${id}.${awsAccountId}@offerdeck`;
}

/** Grows with AWS's time of the last update; the cancellation is an update too. */
function sequenceOf({ updatedAt }: RadarEntry): number {
  const ms = Date.parse(updatedAt ?? '');
  return Number.isNaN(ms) ? 0 : Math.max(0, Math.floor((ms - EPOCH_MS) / MINUTE_MS));
}

function summaryOf(entry: RadarEntry, texts: Texts): string {
  const subject = entry.title || entry.productTitle || entry.id;
  const money = moneyOf(entry);
  const parts = [`${texts[`kind.${entry.kind}`] ?? entry.kind}: ${subject}`, ...(money === '' ? [] : [money])];
  return parts.join(' · ');
}

function descriptionOf(entry: RadarEntry, owner: Owner, texts: Texts): string {
  const lines: [string, string][] = [
    ['account', `${owner.name} (${owner.awsAccountId})`],
    ['buyer', entry.buyer],
    ['product', entry.productTitle ?? ''],
    ['agreement', entry.agreementId ?? ''],
    ['offer', entry.offerId ?? ''],
    ['amount', moneyOf(entry)],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${texts[name] ?? name}: ${value}`)
    .join('\n');
}

function moneyOf({ amount, currency }: RadarEntry): string {
  return amount === null ? '' : `${amount} ${currency ?? ''}`.trim();
}

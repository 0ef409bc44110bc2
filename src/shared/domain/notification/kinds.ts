/** The kinds of AWS Marketplace events by what they are about, as AWS names them: a line for each family of detail types. */

export const EVENT_KINDS = [
  'change-sets',
  'offers',
  'agreements',
  'requests',
  'licenses',
  'account',
  'opportunities',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `other`: a type that this version does not know; `app`: what Offerdeck itself has to say about a queue. */
export const NOTIFICATION_KINDS = [...EVENT_KINDS, 'other', 'app'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

const CATALOG = 'aws.marketplacecatalog';
const AGREEMENT = 'aws.agreement-marketplace';
const MARKETPLACE = 'aws.marketplace';
const SELLING = 'aws.partnercentral-selling';
export const EVENT_SOURCES = [CATALOG, AGREEMENT, MARKETPLACE, SELLING] as const;

interface Family {
  readonly kind: EventKind;
  readonly source: (typeof EVENT_SOURCES)[number];
  /** Beginnings of `detail-type`; AWS keeps adding roles and outcomes behind them. */
  readonly prefixes: readonly string[];
}

/** First match wins. */
const FAMILIES: readonly Family[] = [
  { kind: 'change-sets', source: CATALOG, prefixes: ['Change Set '] },
  { kind: 'offers', source: CATALOG, prefixes: ['Offer Released', 'OfferSet '] },
  { kind: 'account', source: CATALOG, prefixes: ['Products Security Report'] },
  {
    kind: 'requests',
    source: AGREEMENT,
    prefixes: ['Agreement Cancellation Request', 'Purchase Agreement Billing Adjustment'],
  },
  { kind: 'agreements', source: AGREEMENT, prefixes: ['Purchase Agreement '] },
  { kind: 'licenses', source: AGREEMENT, prefixes: ['License '] },
  { kind: 'account', source: MARKETPLACE, prefixes: ['Disbursement'] },
  { kind: 'opportunities', source: SELLING, prefixes: ['Opportunity ', 'Engagement ', 'Resource Snapshot '] },
];

/** Sources of what the app itself writes. */
export const APP_SOURCE = 'offerdeck';
export const TEST_SOURCE = 'offerdeck.test';

export function kindOfEvent(source: string, detailType: string): NotificationKind {
  if (source === TEST_SOURCE) return 'app';
  const family = FAMILIES.find(
    (each) => each.source === source && each.prefixes.some((prefix) => detailType.startsWith(prefix)),
  );
  return family?.kind ?? 'other';
}

/**
 * The pattern of a rule for these kinds. All kinds: by source alone, so that types which AWS adds later come in as well. A pattern cannot
 * exclude by prefix what another kind shares, so agreements are named by their own beginnings.
 */
export function eventPattern(kinds: readonly EventKind[]): object {
  if (EVENT_KINDS.every((kind) => kinds.includes(kind))) return { source: [...EVENT_SOURCES] };
  const families = FAMILIES.filter(({ kind }) => kinds.includes(kind));
  const prefixes = families.flatMap((family) => (family.kind === 'agreements' ? AGREEMENT_EVENTS : family.prefixes));
  return {
    source: [...new Set(families.map(({ source }) => source))],
    'detail-type': prefixes.map((prefix) => ({ prefix })),
  };
}

const AGREEMENT_EVENTS = ['Created', 'Amended', 'Ended', 'Ending', 'Advisory', 'Renewal'].map(
  (event) => `Purchase Agreement ${event}`,
);

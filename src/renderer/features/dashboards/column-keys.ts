/** The columns of the tables behind the widgets, by the keys of their headings. */
export const COLUMN_KEYS = [
  'what',
  'count',
  'state',
  'withinDays',
  'from',
  'to',
  'month',
  'currency',
  'amount',
  'agreements',
  'partner',
  'partnerName',
  'account',
  'feature',
  'readAt',
] as const;

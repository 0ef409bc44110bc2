/** One thing that has come in, as the inbox lists it. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';
import { SUBJECT_TYPES } from './incoming.ts';
import { NOTIFICATION_KINDS, type NotificationKind } from './kinds.ts';

export const notificationKindSchema = z.enum(NOTIFICATION_KINDS);

export const notificationSchema = z.object({
  id: z.number().int(),
  account: accountKeySchema,
  kind: notificationKindSchema,
  /** `aws.marketplacecatalog`, …; `sns` for an older topic, `offerdeck` for what the app itself has to say. */
  source: z.string(),
  /** AWS's own words, `Purchase Agreement Created - Proposer`. */
  detailType: z.string(),
  time: instantSchema,
  receivedAt: instantSchema,
  title: z.string(),
  buyer: z.string().nullable(),
  status: z.string().nullable(),
  subjects: z.array(z.object({ type: z.enum(SUBJECT_TYPES), id: z.string() })),
  /** About a write that this machine has sent. */
  own: z.boolean(),
  readAt: instantSchema.nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** When the system announces a kind: `others` leaves out what this machine itself has set off. */
export const ANNOUNCE_CHOICES = ['always', 'others', 'never'] as const;
export const announceChoiceSchema = z.enum(ANNOUNCE_CHOICES);
export type AnnounceChoice = z.infer<typeof announceChoiceSchema>;

/** Quiet about what one has just done oneself, and about what nobody has asked for. */
export const DEFAULT_CHOICES: Readonly<Record<NotificationKind, AnnounceChoice>> = {
  'change-sets': 'others',
  offers: 'others',
  agreements: 'always',
  requests: 'always',
  licenses: 'never',
  account: 'always',
  opportunities: 'others',
  other: 'never',
  app: 'always',
};

/** What the system announces outside the window, and what a click on it opens. */
import { z } from 'zod';
import { SUBJECT_TYPES } from '../domain/notification/incoming.ts';
import { accountKeySchema } from '../domain/primitives.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { event } from './define.ts';

export const openTargetSchema = z.discriminatedUnion('kind', [
  /** What a write was about: type and id as the journal names them. */
  z.object({
    kind: z.literal('entity'),
    account: accountKeySchema,
    entityType: z.string(),
    entityId: z.string().nullable(),
  }),
  /** One thing that has come in; opens what it is about, and its row in the inbox where that has no page. */
  z.object({
    kind: z.literal('notification'),
    account: accountKeySchema,
    id: z.number().int(),
    subjects: z.array(z.object({ type: z.enum(SUBJECT_TYPES), id: z.string() })),
  }),
  z.object({ kind: z.literal('inbox') }),
]);
export type OpenTarget = z.infer<typeof openTargetSchema>;

export const announcementSchema = z.object({
  /** Keys of the topic `notifications`. */
  titleKey: z.string(),
  bodyKey: z.string(),
  params: messageParamsSchema,
  target: openTargetSchema,
});
export type Announcement = z.infer<typeof announcementSchema>;

export const announcementEvents = {
  'app.announced': event(
    'Something to announce by the browser; hosts that speak to the system themselves do not send it.',
    announcementSchema,
  ),
  'app.openRequested': event('A click on an announcement asks the window to show this.', openTargetSchema),
};

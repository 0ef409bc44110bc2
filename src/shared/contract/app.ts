/** The program itself: mode, preferences, notices, files, jobs. */
import { z } from 'zod';
import { isPublicAddress } from '../domain/aws-product.ts';
import { instantSchema } from '../domain/primitives.ts';
import { feeTableSchema } from '../domain/margin/fees.ts';
import { jobSchema } from '../domain/job.ts';
import { authorizationStepSchema } from '../domain/authorization/finding.ts';
import { wizardStepSchema } from '../domain/offer/finding.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { announcementEvents } from './announcement.ts';
import { done, event, method, nothing } from './define.ts';

export const LANGUAGES = ['en', 'ja', 'zh-TW', 'zh-CN'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

export const modeSchema = z.enum(['practice', 'real']);
export type Mode = z.infer<typeof modeSchema>;

export const preferencesSchema = z.object({
  /** null = follow the system. */
  language: languageSchema.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  activeAccount: z.string().nullable(),
  /** Table id -> visible columns, page size, wrapping: whatever the table's preferences hold. */
  tables: z.record(z.string(), z.unknown()),
  /** Offer URL template per product type. */
  urlTemplates: z.record(z.string(), z.string()),
  /** null = open where the window has room for it. */
  helpPanelOpen: z.boolean().nullable(),
  /** How often copies that have been read once are read again by themselves; null = only by hand. */
  syncEveryMinutes: z.number().int().min(5).max(10_080).nullable(),
  /** Fees of the margin page; null = as AWS has published them. */
  listingFees: feeTableSchema.nullable(),
  /** Where AWS’s list of its products is read; https only. */
  awsProductsAddress: z.string().max(2000).refine(isPublicAddress),
  /** Days that recorded calls are kept; calls of a write stay with it. null = for good. */
  callRetentionDays: z.number().int().min(1).max(3650).nullable(),
  /** Days that notifications are kept. null = for good. */
  notificationDays: z.number().int().min(1).max(3650).nullable(),
  /** Where a wizard stood last, of offers or of authorizations, to go on there after a restart. */
  lastDraft: z.object({ id: z.string(), step: z.union([wizardStepSchema, authorizationStepSchema]) }).nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum(['info', 'warning', 'error']),
  messageKey: z.string(),
  params: messageParamsSchema,
  dismissible: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser', 'cli']),
  mode: modeSchema,
  dataFolder: z.string(),
  /** IANA zone in which instants are shown. */
  timeZone: z.string(),
  /** The business clock: in practice it may run ahead of real time. */
  now: instantSchema,
  speed: z.number(),
  /** Whether access keys can be stored, and the catalogue key of why not. */
  encryption: z.object({ available: z.boolean(), reasonKey: z.string().nullable() }),
  notices: z.array(noticeSchema),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const appMethods = {
  'app.info': method('What is running, in which mode, since when.', nothing, appInfoSchema),
  'app.preferences.get': method('Window-independent preferences.', nothing, preferencesSchema),
  'app.preferences.set': method(
    'Changes some preferences; answers all.',
    preferencesSchema.partial(),
    preferencesSchema,
  ),
  'app.notices.dismiss': method('Hides a notice until its cause comes back.', z.strictObject({ id: z.string() }), done),
  'app.switchMode': method(
    'Practice and real are separate data folders. The host restarts the core on the other one; the renderer then reloads.',
    z.strictObject({ mode: modeSchema }),
    done,
  ),
  'app.openLink': method(
    'Opens an allow-listed https address outside the app.',
    z.strictObject({ url: z.string().max(8192) }),
    z.object({ opened: z.boolean() }),
  ),
  'app.saveText': method(
    'Saves a text through the host. Where the host has no dialog, `path` is null and the renderer downloads it.',
    z.strictObject({
      suggestedName: z.string().max(200),
      mediaType: z.string().max(100),
      text: z.string().max(50_000_000),
    }),
    z.object({ path: z.string().nullable(), downloadInRenderer: z.boolean() }),
  ),
  'jobs.list': method('Running and recent long work, newest first.', nothing, z.object({ jobs: z.array(jobSchema) })),
  'jobs.cancel': method('Asks a job to stop; it ends as `cancelled`.', z.strictObject({ id: z.string() }), done),
};

export const appEvents = {
  ...announcementEvents,
  'app.noticesChanged': event('Notices came or went.', z.object({ notices: z.array(noticeSchema) })),
  'app.modeSwitched': event('The core now runs on the other data folder; reload.', z.object({ mode: modeSchema })),
  'jobs.changed': event('A job made progress or ended.', jobSchema),
};

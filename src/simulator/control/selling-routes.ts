/** The part of the control address that concerns Partner Central. */
import { CountryCode, Industry, ReasonCode } from '@aws-sdk/client-partnercentral-selling';
import { z } from 'zod';
import type { SimulatorControl } from './control.ts';
import { withoutUndefined } from './without-undefined.ts';

const accountId = z.string().regex(/^\d{12}$/);
const catalog = z.enum(['AWS', 'Sandbox']);
const opportunityId = z.string().regex(/^O\d{1,19}$/);
const answer = z.enum(['Approved', 'Action Required', 'Rejected']);
const text = z.string().min(1);

const review = z.strictObject({
  id: opportunityId,
  status: z.enum(['Submitted', 'In review', 'Approved', 'Action Required', 'Rejected']),
  comments: text.nullable().default(null),
  reason: text.nullable().default(null),
});

const habits = z.strictObject({
  answer: answer.nullable().default('Approved'),
  comments: text.nullable().default(null),
  reason: text.nullable().default(null),
  startMs: z.number().nonnegative().default(30_000),
  answerMs: z.number().nonnegative().default(90_000),
});

const referral = z.strictObject({
  accountId,
  catalog: catalog.optional(),
  companyName: text.max(120).optional(),
  industry: z.enum(Industry).optional(),
  countryCode: z.enum(CountryCode).optional(),
  websiteUrl: z.string().min(4).max(255).optional(),
  title: text.max(255).optional(),
  businessProblem: z.string().min(20).max(2000).optional(),
  amount: z
    .string()
    .regex(/^\d+(\.\d{1,2})?$/)
    .optional(),
  currencyCode: z.enum(['USD', 'EUR']).optional(),
  targetCloseDate: z.iso.date().optional(),
  days: z.number().positive().max(365).optional(),
  count: z.int().min(1).max(1000).optional(),
});

const leadReferral = z.strictObject({
  accountId,
  catalog: catalog.default('AWS'),
  companyName: text.max(120).default('Saltern Outfitters'),
});

const edit = z.strictObject({
  id: opportunityId,
  content: z.record(z.string(), z.unknown()).optional(),
  aws: z
    .strictObject({
      stage: z.enum([
        'Prospect',
        'Engaged',
        'Qualified',
        'Technical Validation',
        'Committed',
        'Launched',
        'Closed Lost',
      ]),
      targetCloseDate: z.iso.date().nullable(),
      nextSteps: z.string().max(255).nullable(),
      score: z.enum(['High', 'Medium', 'Low']),
      nextBestActions: z.string(),
      cosellMotion: z.string().nullable(),
    })
    .partial()
    .optional(),
});

const taskFailure = z.strictObject({
  accountId,
  kind: z.enum(['acceptance', 'submission', 'lead']).optional(),
  reasonCode: z.enum(ReasonCode),
  message: text.default('The task was made to fail.'),
});

type Handler = (control: SimulatorControl, body: unknown) => unknown;

export const SELLING_ROUTES: Readonly<Record<string, Handler>> = {
  'POST review-opportunity': ({ selling }, body) => selling.review(review.parse(body)),
  'POST review-habits': ({ selling }, body) => {
    const given = habits.parse(body);
    selling.setReviewHabits(given);
    return given;
  },
  'POST refer-opportunity': async ({ selling }, body) => {
    const invitations = await selling.refer(withoutUndefined(referral.parse(body)));
    return { invitations: invitations.map(({ hidden: _hidden, ...invitation }) => invitation) };
  },
  'POST refer-lead': ({ selling }, body) => selling.referLead(leadReferral.parse(body)),
  'POST edit-opportunity': ({ selling }, body) => selling.edit(withoutUndefined(edit.parse(body))),
  'POST task-time': ({ selling }, body) => {
    const { ms } = z.strictObject({ ms: z.number().min(0).max(600_000) }).parse(body);
    selling.setTaskTime(ms);
    return { ms };
  },
  'POST fail-next-task': ({ selling }, body) => {
    const failure = taskFailure.parse(body);
    selling.failNextTask(withoutUndefined(failure));
    return failure;
  },
};

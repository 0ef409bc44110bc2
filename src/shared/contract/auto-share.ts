/** Drafts of opportunities that are sent without a click: the switch of each account, and what waits or why it does not go. */
import { z } from 'zod';
import { partnerCatalogSchema } from '../domain/account/account.ts';
import { autoShareItemSchema } from '../domain/opportunity/auto-share.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema } from '../domain/primitives.ts';
import { done, event, method } from './define.ts';

const oneDraft = z.strictObject({ id: z.string() });

const autoShareSwitchSchema = z.object({
  account: accountKeySchema,
  /** In which catalog, and as which AWS account, drafts are sent; null while nothing is sent without a click. */
  agreed: z
    .object({ catalog: partnerCatalogSchema, awsAccountId: awsAccountIdSchema, since: instantSchema })
    .nullable(),
  /** How long nothing may be typed before a draft is sent, in real seconds. */
  quietSeconds: z.number(),
});

export const autoShareMethods = {
  'opportunities.autoShare.switch': method(
    'Whether saved drafts of an account are sent without a click.',
    z.strictObject({ account: accountKeySchema }),
    autoShareSwitchSchema,
  ),
  'opportunities.autoShare.set': method(
    'Switches it on or off. Switching on names the 12-digit account and the catalog that the user saw; another one refuses. Drafts saved before are not sent by it.',
    z.strictObject({
      account: accountKeySchema,
      on: z.boolean(),
      confirmedAccountId: awsAccountIdSchema,
      catalog: partnerCatalogSchema,
    }),
    autoShareSwitchSchema,
  ),
  'opportunities.autoShare.list': method(
    'Drafts with something to send, of the accounts that are switched on, each with when it is sent or why it is not; null = all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({
      /** Whether any of the accounts is switched on. */
      on: z.boolean(),
      items: z.array(autoShareItemSchema),
    }),
  ),
  'opportunities.autoShare.get': method(
    'The same of one draft; null where it is not about it.',
    oneDraft,
    z.object({ item: autoShareItemSchema.nullable() }),
  ),
  'opportunities.autoShare.hold': method(
    'Not now: the draft stays here until it is released or sent by a click.',
    oneDraft,
    done,
  ),
  'opportunities.autoShare.release': method(
    'Lets a draft be sent without a click again, after the quiet time. `revision` is what the user saw.',
    z.strictObject({ id: z.string(), revision: z.number().int() }),
    done,
  ),
};

export const autoShareEvents = {
  'opportunities.autoShareChanged': event(
    'A switch was moved, or a draft began or ceased to wait.',
    z.object({ account: accountKeySchema }),
  ),
};

/** A channel partner's offers from the authorizations that sellers have shared with it. */
import { z } from 'zod';
import { accountKeySchema } from '../domain/primitives.ts';
import { authorizationSummarySchema } from '../domain/authorization/authorization.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { method } from './define.ts';

const agreementRef = z.strictObject({ account: accountKeySchema, agreementId: z.string() });

export const channelMethods = {
  'channel.offer': method(
    'Starts an offer draft from a received authorization, filled with what it inherits. The authorization is read from AWS first; one that cannot be used refuses.',
    z.strictObject({ account: accountKeySchema, authorizationId: z.string() }),
    z.object({ id: z.string() }),
  ),
  'channel.choices': method(
    'Authorizations from which an agreement could be amended, the fitting ones first: those for its product, read from AWS as far as they have changed.',
    agreementRef,
    z.object({
      choices: z.array(
        z.object({
          authorization: authorizationSummarySchema,
          /** Why it cannot be used for this agreement; null where it can. */
          refusal: z.object({ messageKey: z.string(), params: messageParamsSchema }).nullable(),
        }),
      ),
    }),
  ),
  'channel.amend': method(
    'Starts a draft that takes the place of a channel partner’s agreement, from a received authorization. Both are read from AWS first; one that does not fit refuses. Nothing is sent.',
    agreementRef.extend({ authorizationId: z.string() }),
    z.object({ id: z.string() }),
  ),
};

/** A channel partner's offers from the authorizations that sellers have shared with it. */
import { z } from 'zod';
import { accountKeySchema } from '../domain/primitives.ts';
import { method } from './define.ts';

export const channelMethods = {
  'channel.offer': method(
    'Starts an offer draft from a received authorization, filled with what it inherits. The authorization is read from AWS first; one that cannot be used refuses.',
    z.strictObject({ account: accountKeySchema, authorizationId: z.string() }),
    z.object({ id: z.string() }),
  ),
};

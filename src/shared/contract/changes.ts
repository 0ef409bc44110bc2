/** Writes to AWS of every kind, as the journal holds them. */
import { z } from 'zod';
import { changeKindSchema, changeSchema, changeStateSchema } from '../domain/change/change.ts';
import { accountKeySchema, pageRequestSchema } from '../domain/primitives.ts';
import { event, method } from './define.ts';

export const changeMethods = {
  'changes.list': method(
    'Writes to AWS and where they stand, newest first.',
    pageRequestSchema.extend({
      /** null = all accounts. */
      account: accountKeySchema.nullable(),
      states: z.array(changeStateSchema).default([]),
      kinds: z.array(changeKindSchema).default([]),
      /** Only writes about this entity, or that made it. */
      entityId: z.string().nullable().default(null),
      /** Only writes of this bulk run. */
      bulkId: z.string().nullable().default(null),
    }),
    z.object({ items: z.array(changeSchema), total: z.number().int() }),
  ),
  'changes.get': method('One write.', z.strictObject({ id: z.string() }), changeSchema),
  'changes.resume': method(
    'Goes on with a write that stopped on a temporary failure; looks before it sends.',
    z.strictObject({ id: z.string() }),
    changeSchema,
  ),
  'changes.abandon': method(
    'Gives up for good a write that is paused and of which nothing was made; refused for any other.',
    z.strictObject({ id: z.string() }),
    changeSchema,
  ),
};

export const changeEvents = {
  'changes.changed': event('A write moved on.', changeSchema),
};

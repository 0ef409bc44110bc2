/** An entity at AWS that a sync could not read, while the rest went on. */
import { z } from 'zod';
import { accountKeySchema } from './primitives.ts';

export const readProblemSchema = z.object({
  account: accountKeySchema,
  entityId: z.string(),
  /** AWS's code, or ours where the answer itself was broken. */
  code: z.string(),
  message: z.string(),
});
export type ReadProblem = z.infer<typeof readProblemSchema>;

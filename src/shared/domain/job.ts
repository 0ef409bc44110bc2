/** Long work: progress, honest remaining time, cancel. */
import { z } from 'zod';
import { appErrorSchema } from '../errors/app-error.ts';
import { accountKeySchema, instantSchema } from './primitives.ts';

export const jobSchema = z.object({
  id: z.string(),
  /** `products.sync`, `offers.sync`, … */
  kind: z.string(),
  account: accountKeySchema.nullable(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  /** Catalogue key of the current phase. */
  phaseKey: z.string().nullable(),
  done: z.number().int(),
  /** null while the total is not known yet. */
  total: z.number().int().nullable(),
  /** Milliseconds; null where no honest estimate exists. */
  remainingMs: z.number().nullable(),
  error: appErrorSchema.nullable(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

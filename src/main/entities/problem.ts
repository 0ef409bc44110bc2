/** What could not be read of one entity, as AWS says it. */
import { OfferdeckError } from '../../shared/errors/app-error.ts';

export interface EntityProblem {
  readonly entityId: string;
  readonly code: string;
  readonly message: string;
}

/** AWS answered, but not with what it documents. */
export function malformed(entityId: string): EntityProblem {
  return { entityId, code: 'malformed-answer', message: '' };
}

/** null where the failure is not the entity's own, by the codes that are: then nothing else would go better. */
export function toProblem(entityId: string, error: unknown, blamesOne: readonly string[]): EntityProblem | null {
  if (!(error instanceof OfferdeckError) || !blamesOne.includes(error.data.code)) return null;
  const { aws, code } = error.data;
  return { entityId, code: aws?.code ?? code, message: aws?.message ?? '' };
}

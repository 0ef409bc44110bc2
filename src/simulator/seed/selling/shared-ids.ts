/** Ids of seeded engagements and invitations: the same at every start. */
import { seedText } from '../ids.ts';

export const sharedIds = {
  engagement: (name: string): string => `eng-${seedText(`engagement ${name}`, 14)}`,
  invitation: (name: string): string => `engi-${seedText(`invitation ${name}`, 13)}`,
};

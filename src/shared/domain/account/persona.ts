/** Who works with an account: on which side of a sale it stands, and whether it is set up from here or only used. */
import { z } from 'zod';

export const SIDES = ['isv', 'channel-partner', 'both'] as const;
export const ROLES = ['administrator', 'user'] as const;

/** What is shown, never a lock: what the credentials may do is decided by IAM alone. */
export const personaSchema = z.object({
  side: z.enum(SIDES),
  role: z.enum(ROLES),
  /** Works on opportunities in Partner Central. */
  coSell: z.boolean().default(true),
});
export type Persona = z.infer<typeof personaSchema>;

/** Whoever has not said otherwise sees everything. */
export const FULL_PERSONA: Persona = { side: 'both', role: 'administrator', coSell: true };

/** What only some personas do. `sell`: products and offers of one's own. */
export const DEEDS = ['sell', 'authorize', 'resell', 'set-up', 'co-sell'] as const;
export type Deed = (typeof DEEDS)[number];

export function mayDo(persona: Persona, deed: Deed): boolean {
  switch (deed) {
    case 'sell':
    case 'authorize':
      return persona.side !== 'channel-partner';
    case 'resell':
      return persona.side !== 'isv';
    case 'set-up':
      return persona.role === 'administrator';
    case 'co-sell':
      return persona.coSell;
  }
}

/** Places of the side menu that belong to a deed; all others are for everybody. */
const DEED_OF_PLACE: Readonly<Record<string, Deed>> = {
  products: 'sell',
  authorizations: 'authorize',
  channel: 'resell',
  opportunities: 'co-sell',
  'opportunities/drafts': 'co-sell',
  'dashboards/co-sell': 'co-sell',
  invitations: 'co-sell',
  solutions: 'co-sell',
  engagements: 'co-sell',
};

/** Whether any of the personas uses the place; with no account there is nothing to leave out. */
export function isPlaceFor(personas: readonly Persona[], place: string): boolean {
  const deed = DEED_OF_PLACE[place];
  return deed === undefined || personas.length === 0 || personas.some((persona) => mayDo(persona, deed));
}

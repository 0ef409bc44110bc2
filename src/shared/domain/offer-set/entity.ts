/** The document that DescribeEntity gives for an offer set, read without trusting it. */
import { z } from 'zod';

const text = z.string().nullish().catch(null);

const documentSchema = z.looseObject({
  Name: text,
  BuyerNotes: text,
  State: text,
  SolutionId: text,
  ReleaseDate: text,
  AssociatedOffers: z.array(z.looseObject({ OfferId: z.string() })).nullish(),
});

export interface OfferSetEntity {
  readonly name: string;
  readonly buyerNotes: string;
  readonly awsState: string;
  readonly solutionId: string | null;
  readonly releasedAt: string | null;
  readonly offerIds: readonly string[];
}

/** null for a document that is no offer set. */
export function readOfferSetEntity(document: unknown): OfferSetEntity | null {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return null;
  const { Name, BuyerNotes, State, SolutionId, ReleaseDate, AssociatedOffers } = parsed.data;
  return {
    name: Name ?? '',
    buyerNotes: BuyerNotes ?? '',
    awsState: State ?? 'Draft',
    solutionId: SolutionId ?? null,
    releasedAt: ReleaseDate ?? null,
    offerIds: (AssociatedOffers ?? []).map(({ OfferId }) => OfferId),
  };
}

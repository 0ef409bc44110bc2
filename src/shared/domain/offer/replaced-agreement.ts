/** What a draft knows of the agreement that it would replace: the rules of amendment and the comparison on screen stand on it. */
import { z } from 'zod';
import type { OfferDraft } from './draft.ts';

/** As AWS held it when it was last read. */
export const replacedAgreementSchema = z.object({
  status: z.string().max(40),
  productId: z.string().max(64).optional(),
  productType: z.string().max(100).optional(),
  /** Sold by a channel partner from a resale authorization. */
  resold: z.boolean().optional(),
  /** 12 digits each. */
  proposer: z.string().max(12),
  buyer: z.string().max(12),
  /** Types of its terms. */
  termTypes: z.array(z.string().max(100)).max(100),
  endDate: z.string().max(20),
  currency: z.string().max(3),
  /** Installments that no invoice covers: accepting the new offer cancels them. */
  pending: z.array(z.object({ date: z.string().max(20), amount: z.string().max(40) })).max(200),
  /** Sum of what is invoiced or due; decimal text. */
  charged: z.string().max(40),
  /** ISO instant. */
  readAt: z.string().max(40),
});
export type ReplacedAgreement = z.infer<typeof replacedAgreementSchema>;

export interface Replacement {
  readonly agreementId: string;
  /** null where a draft from a file only names the agreement. */
  readonly replaced: ReplacedAgreement | null;
}

/** The agreement that the draft replaces; null for an offer that replaces none. */
export function replacementOf({ source }: Pick<OfferDraft, 'source'>): Replacement | null {
  if (source.kind !== 'replacement' && source.kind !== 'resale-replacement') return null;
  return { agreementId: source.agreementId, replaced: source.replaced ?? null };
}

/** Whether the agreement is paid by fixed quantities, which an amendment has to keep. */
export function hasFixedPrice({ termTypes }: ReplacedAgreement): boolean {
  return termTypes.includes('FixedUpfrontPricingTerm');
}

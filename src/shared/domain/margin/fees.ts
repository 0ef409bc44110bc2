/**
 * AWS's listing fees as a dated table. Source: Seller Guide, "Understanding listing fees for AWS Marketplace sellers": percent of the
 * total contract value before tax, effective 2024-01-05. AWS changes them; a seller may have other terms. So the table can be edited.
 */
import { z } from 'zod';
import { compareAmounts } from '../money/amount.ts';

const percentText = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);
const amountText = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

export const feeTableSchema = z.object({
  /** When these percentages were true, `YYYY-MM-DD`. */
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Private offers by total contract value: the row with the largest `from` that is not above it. In USD. */
  tiers: z
    .array(z.object({ from: amountText, percent: percentText }))
    .min(1)
    .max(10),
  /** Private offers that renew. */
  renewal: percentText,
  /** Added where a channel partner makes the offer. */
  channelPartner: percentText,
});
export type FeeTable = z.infer<typeof feeTableSchema>;

export const PUBLISHED_FEES: FeeTable = {
  asOf: '2024-01-05',
  tiers: [
    { from: '0', percent: '3' },
    { from: '1000000', percent: '2' },
    { from: '10000000', percent: '1.5' },
  ],
  renewal: '1.5',
  channelPartner: '0.5',
};

/** Percentages that may apply, each with the contract values from which on it does; one row for a renewal. */
export function feeBands(table: FeeTable, isRenewal: boolean): FeeTable['tiers'] {
  if (isRenewal) return [{ from: '0', percent: table.renewal }];
  return table.tiers.toSorted((a, b) => compareAmounts(a.from, b.from));
}

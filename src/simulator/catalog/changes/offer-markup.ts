/** UpdateMarkup: for offers of channel partners only, so every offer here refuses it by rule. */
import { z } from 'zod';
import { offerUpdate } from './change-type.ts';

export const updateMarkup = offerUpdate(
  z.strictObject({ Percentage: z.string().regex(/^(\d*\.)?\d{1,9}$/, 'must be a decimal percentage') }),
  (_details, offer) => offer,
);

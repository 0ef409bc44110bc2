/** The `Update...Terms` changes that only replace one list of terms. */
import { z } from 'zod';
import {
  customerVerificationTerm,
  legalTerm,
  netPaymentTerm,
  renewalTerm,
  supportTerm,
  validityTerm,
} from '../schema/other-terms.ts';
import { termsUpdate } from './change-type.ts';

/** An empty list removes the term. */
const atMostOne = <T extends z.ZodType>(term: T) => z.array(term).max(1);

export const updateLegalTerms = termsUpdate('legal', z.array(legalTerm).min(1).max(1));
export const updateSupportTerms = termsUpdate('support', atMostOne(supportTerm));
export const updateValidityTerms = termsUpdate('validity', atMostOne(validityTerm));
// Two net payment terms are told by code (DUPLICATE_TERM_TYPES) once the change set is processed.
export const updateNetPaymentTerms = termsUpdate('netPayment', z.array(netPaymentTerm));
export const updateRenewalTerms = termsUpdate('renewal', atMostOne(renewalTerm));
export const updateCustomerVerificationTerms = termsUpdate('verification', atMostOne(customerVerificationTerm));

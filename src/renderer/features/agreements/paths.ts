/** Addresses of the agreement pages. */
import type { AgreementRef } from '../../../shared/contract/agreements.ts';

export const AGREEMENTS_PATH = '/agreements';

export function toAgreementPath({ account, agreementId }: AgreementRef): string {
  return `${AGREEMENTS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(agreementId)}`;
}

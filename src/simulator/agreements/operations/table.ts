/** The operations of the Agreement API that the simulator serves. */
import type { Operation } from '../context.ts';
import { describeAgreement, getAgreementEntitlements, getAgreementTerms } from './describe-agreement.ts';
import { searchAgreements } from './search-agreements.ts';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  SearchAgreements: searchAgreements,
  DescribeAgreement: describeAgreement,
  GetAgreementTerms: getAgreementTerms,
  GetAgreementEntitlements: getAgreementEntitlements,
};

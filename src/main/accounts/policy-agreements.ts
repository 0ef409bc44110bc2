/** What the policy says about agreements: only those that the account itself has proposed. */
import { FEATURE_ACTIONS } from '../../shared/domain/account/permissions.ts';
import type { Statement } from './policy-statement.ts';

const AS_PROPOSER = {
  StringEquals: { 'aws-marketplace:PartyType': 'Proposer' },
  'ForAllValues:StringEquals': { 'aws-marketplace:AgreementType': ['PurchaseAgreement'] },
};

export const agreementReads: Statement = {
  Sid: 'ReadAgreements',
  Effect: 'Allow',
  Action: FEATURE_ACTIONS.agreements,
  Resource: '*',
  Condition: AS_PROPOSER,
};

export const agreementRequests: Statement = {
  Sid: 'RequestOnAgreements',
  Effect: 'Allow',
  Action: FEATURE_ACTIONS['agreement-requests'],
  Resource: '*',
  Condition: AS_PROPOSER,
};

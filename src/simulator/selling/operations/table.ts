/** The operations of the Selling API that the simulator serves, each with the format of its request. */
import type { Operation } from '../context.ts';
import { createOpportunityRequest, updateOpportunityRequest } from '../shapes/opportunity.ts';
import * as requests from '../shapes/requests.ts';
import type { Shape } from '../shapes/shape.ts';
import { assignOpportunity } from './assign-opportunity.ts';
import { associateOpportunity, disassociateOpportunity } from './associate-opportunity.ts';
import { createOpportunity } from './create-opportunity.ts';
import { getAwsOpportunitySummary } from './get-aws-summary.ts';
import { listSolutions } from './list-solutions.ts';
import { getOpportunity, listOpportunities } from './read-opportunities.ts';
import { updateOpportunity } from './update-opportunity.ts';

export interface OperationSpec {
  readonly request: Shape;
  readonly run: Operation;
  /** Asks for a client token: a repeat is answered without being done again. */
  readonly isTokened?: boolean;
  /** Answers with an empty body. */
  readonly isSilent?: boolean;
}

export const OPERATIONS: Readonly<Record<string, OperationSpec>> = {
  CreateOpportunity: { request: createOpportunityRequest, run: createOpportunity, isTokened: true },
  UpdateOpportunity: { request: updateOpportunityRequest, run: updateOpportunity },
  GetOpportunity: { request: requests.getOpportunityRequest, run: getOpportunity },
  ListOpportunities: { request: requests.listOpportunitiesRequest, run: listOpportunities },
  AssociateOpportunity: { request: requests.associateRequest, run: associateOpportunity, isSilent: true },
  DisassociateOpportunity: { request: requests.associateRequest, run: disassociateOpportunity, isSilent: true },
  AssignOpportunity: { request: requests.assignRequest, run: assignOpportunity, isSilent: true },
  ListSolutions: { request: requests.listSolutionsRequest, run: listSolutions },
  GetAwsOpportunitySummary: { request: requests.getSummaryRequest, run: getAwsOpportunitySummary },
};

/** What an operation of IAM gets to work with. */
import type { Principal } from '../identity/principals.ts';
import type { SimulatorClock } from '../types.ts';
import type { LinkedRoles } from './linked-roles.ts';

export interface IamContext {
  readonly principal: Principal;
  readonly roles: LinkedRoles;
  readonly clock: SimulatorClock;
  readonly randomId: (length: number) => string;
}

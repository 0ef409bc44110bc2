/** What an operation of the service gets to work with. */
import { invalidField } from '../errors.ts';
import type { Caller, ServiceDependencies } from '../../types.ts';
import type { ChangeSetRunner } from '../change-sets/runner.ts';
import type { CatalogStore } from '../store.ts';
import type { CatalogControls } from '../controls.ts';

export interface CatalogContext {
  readonly deps: ServiceDependencies;
  readonly store: CatalogStore;
  readonly runner: ChangeSetRunner;
  readonly controls: CatalogControls;
}

export type OperationInput = Readonly<Record<string, unknown>>;

export type Operation = (
  input: OperationInput,
  caller: Caller,
  context: CatalogContext,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** The one catalog there is. */
export function checkCatalog(input: OperationInput): void {
  if (input['Catalog'] !== 'AWSMarketplace') throw invalidField('Catalog', 'must be AWSMarketplace.');
}

export function requiredText(input: OperationInput, member: string): string {
  const value = input[member];
  if (typeof value !== 'string' || value === '') throw invalidField(member, 'is required.');
  return value;
}

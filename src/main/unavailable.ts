/** Handlers for a feature that this build does not have. */
import { methods, type MethodName } from '../shared/contract/index.ts';
import { fail } from '../shared/errors/app-error.ts';
import type { HandlersOf } from './handlers.ts';

export function unavailable<Prefix extends string>(prefix: Prefix): HandlersOf<Prefix> {
  const names = (Object.keys(methods) as MethodName[]).filter((name) => name.startsWith(`${prefix}.`));
  return Object.fromEntries(
    names.map((name) => [name, async () => fail('not-supported', { params: { name } })]),
  ) as unknown as HandlersOf<Prefix>;
}

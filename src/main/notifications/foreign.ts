/** What somebody else has made under the same name is refused, never overwritten. */
import { OFFERDECK_SID, type PlannedCall } from '../../shared/domain/notification/plan.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { CallOptions } from '../aws/access.ts';
import type { QueueState } from './calls.ts';

export async function refuseForeign(
  state: QueueState,
  account: string,
  call: PlannedCall,
  options: CallOptions,
): Promise<void> {
  const { operation, request } = call;
  if (operation === 'PutRule') {
    const name = String(request['Name']);
    const rule = await state.rule(account, name, options);
    if (rule && rule.Description !== request['Description']) fail('name-in-use', { params: { name } });
  }
  if (operation === 'SetQueueAttributes') {
    const url = String(request['QueueUrl']);
    const { Policy } = await state.attributes(account, url, options);
    if (Policy && hasForeignStatement(Policy)) fail('name-in-use', { params: { name: url.split('/').at(-1) ?? url } });
  }
}

/** Setting a policy replaces all of it: statements that are not Offerdeck's would be lost. */
function hasForeignStatement(policy: string): boolean {
  try {
    const { Statement = [] } = JSON.parse(policy) as { Statement?: { Sid?: string }[] | { Sid?: string } };
    return [Statement].flat().some(({ Sid }) => Sid !== OFFERDECK_SID);
  } catch {
    return true;
  }
}

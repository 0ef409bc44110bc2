/** SimulatePrincipalPolicy: what a user or role of the caller's account would be allowed. */
import { seedRoles } from '../seed/roles.ts';
import { requireMatch, type Parameters } from '../sts/parameters.ts';
import { ServiceError } from '../types.ts';
import { allows } from '../wire/permissions.ts';
import type { XmlValue } from '../wire/xml.ts';
import type { IamContext } from './context.ts';

const ACTION = /^[a-z0-9-]+:[A-Za-z*]+$/;

export function simulatePrincipalPolicy(parameters: Parameters, { principal }: IamContext): XmlValue {
  const source = requireMatch(parameters, 'PolicySourceArn', {
    pattern: /^.{20,2048}$/,
    constraint: 'Member must have length greater than or equal to 20',
  });
  const allowed = patternsOf(source, principal.accountId);
  const actions = members(parameters, 'ActionNames');
  if (actions.length === 0) throw invalidInput('ActionNames must hold at least one action.');
  const wrong = actions.find((action) => !ACTION.test(action));
  if (wrong !== undefined) throw invalidInput(`Invalid Action Name: ${wrong}`);
  const resources = members(parameters, 'ResourceArns');
  return {
    EvaluationResults: {
      member: actions.flatMap((action) =>
        (resources.length > 0 ? resources : ['*']).map((resource) => ({
          EvalActionName: action,
          EvalResourceName: resource,
          EvalDecision: allows(allowed, action) ? 'allowed' : 'implicitDeny',
        })),
      ),
    },
    IsTruncated: 'false',
  };
}

/** Users of the simulator may do everything, roles what their policy lists. */
function patternsOf(arn: string, accountId: string): readonly string[] {
  const [, owner, kind, path] = /^arn:aws:iam::(\d{12}):(user|role)\/(.+)$/.exec(arn) ?? [];
  if (kind === undefined || path === undefined) {
    throw invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);
  }
  const name = path.split('/').at(-1);
  const role = seedRoles.find((one) => one.accountId === owner && one.name === name);
  if (owner !== accountId || (kind === 'role' ? !role : name !== 'seller')) {
    throw new ServiceError('NoSuchEntity', 404, `The ${kind} with name ${name} cannot be found.`);
  }
  return kind === 'role' ? (role?.actions ?? []) : ['*'];
}

/** `Name.member.1`, `Name.member.2`, … in their order. */
function members(parameters: Parameters, name: string): string[] {
  const values: string[] = [];
  for (let number = 1; ; number += 1) {
    const value = parameters.get(`${name}.member.${number}`);
    if (value === undefined) return values;
    values.push(value);
  }
}

function invalidInput(message: string): ServiceError {
  return new ServiceError('InvalidInput', 400, message);
}

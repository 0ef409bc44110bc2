/** Reads the form of a Query protocol request and names the parameter that is wrong. */
import { ServiceError } from '../types.ts';
import { bodyText, header, queryParameters, type WireRequest } from '../wire/http.ts';

export type Parameters = ReadonlyMap<string, string>;

/** The parameters travel in a POST's form body or, for GET, in the query. */
export function readParameters(request: WireRequest): Parameters {
  const isForm = header(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = isForm ? [...new URLSearchParams(bodyText(request))] : [];
  return new Map([...(queryParameters(request) ?? []), ...form]);
}

export function constraintViolated(parameter: string, value: string, constraint: string): ServiceError {
  const member = parameter.charAt(0).toLowerCase() + parameter.slice(1);
  return new ServiceError(
    'ValidationError',
    400,
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

export function requireMatch(
  parameters: Parameters,
  name: string,
  rule: { pattern: RegExp; constraint: string },
): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') {
    const member = name.charAt(0).toLowerCase() + name.slice(1);
    throw new ServiceError(
      'ValidationError',
      400,
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }
  if (!rule.pattern.test(value)) throw constraintViolated(name, value, rule.constraint);
  return value;
}

/** The format stage of the Selling API: reads a request against its documented constraints and collects everything wrong at once. */
import { ServiceError } from '../../types.ts';

export type IssueCode =
  | 'ACTION_NOT_PERMITTED'
  | 'DUPLICATE_KEY_VALUE'
  | 'INVALID_ENUM_VALUE'
  | 'INVALID_RESOURCE_STATE'
  | 'INVALID_STRING_FORMAT'
  | 'INVALID_VALUE'
  | 'NOT_ENOUGH_VALUES'
  | 'REQUIRED_FIELD_MISSING'
  | 'TOO_MANY_VALUES'
  | 'VALUE_OUT_OF_RANGE';

export interface Issue {
  /** Path in camel case, as AWS names fields. */
  readonly field: string;
  readonly code: IssueCode;
  readonly message: string;
}

export interface Shape {
  /** Answers the value as it may be stored: members that the API does not know and nulls are left out. */
  readonly read: (value: unknown, at: string, issues: Issue[]) => unknown;
  readonly isRequired?: boolean;
  /** A null means something else than absence. */
  readonly keepsNull?: boolean;
}

export type Members = Readonly<Record<string, Shape>>;

export function required(shape: Shape): Shape {
  return { ...shape, isRequired: true };
}

export function nullable(shape: Shape): Shape {
  return { ...shape, keepsNull: true };
}

export function struct(members: Members): Shape {
  return {
    read(value, at, issues) {
      if (!isObject(value)) throw wrongType(at, 'a structure');
      const result: Record<string, unknown> = {};
      for (const [name, shape] of Object.entries(members)) {
        const path = join(at, name);
        const given = value[name];
        if (given !== undefined && given !== null) result[name] = shape.read(given, path, issues);
        else if (given === null && shape.keepsNull === true) result[name] = null;
        else if (shape.isRequired === true) issues.push(missing(path));
      }
      return result;
    },
  };
}

/** Exactly one of the members. */
export function union(members: Members): Shape {
  const inner = struct(members);
  return {
    read(value, at, issues) {
      const result = inner.read(value, at, issues) as Record<string, unknown>;
      if (Object.keys(result).length !== 1) {
        const message = `Value at '${at}' must have exactly one of ${Object.keys(members).join(', ')}.`;
        issues.push({ field: at, code: 'INVALID_VALUE', message });
      }
      return result;
    },
  };
}

export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

export function text({ min = 0, max = Number.POSITIVE_INFINITY, pattern }: TextLimits = {}): Shape {
  return {
    read(value, at, issues) {
      if (typeof value !== 'string') throw wrongType(at, 'a string');
      const length = [...value].length;
      const refuse = (constraint: string) => issues.push(unsatisfied(at, 'INVALID_STRING_FORMAT', constraint));
      if (length < min) refuse(`Member must have length greater than or equal to ${min}`);
      if (length > max) refuse(`Member must have length less than or equal to ${max}`);
      if (pattern && !pattern.test(value)) {
        refuse(`Member must satisfy regular expression pattern: ${pattern.source.slice(4, -2)}`);
      }
      return value;
    },
  };
}

/** A pattern of the service model, which holds for the whole text. */
export function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

export function oneOf(values: Readonly<Record<string, string>> | readonly string[]): Shape {
  const allowed = new Set(Object.values(values));
  return {
    read(value, at, issues) {
      if (typeof value !== 'string') throw wrongType(at, 'a string');
      if (!allowed.has(value)) {
        const constraint = `Member must satisfy enum value set: [${[...allowed].join(', ')}]`;
        issues.push(unsatisfied(at, 'INVALID_ENUM_VALUE', constraint));
      }
      return value;
    },
  };
}

export function list(item: Shape, { min = 0, max = Number.POSITIVE_INFINITY }: TextLimits = {}): Shape {
  return {
    read(value, at, issues) {
      if (!Array.isArray(value)) throw wrongType(at, 'a list');
      const size = `Member must have length`;
      if (value.length < min) {
        issues.push(unsatisfied(at, 'NOT_ENOUGH_VALUES', `${size} greater than or equal to ${min}`));
      }
      if (value.length > max) issues.push(unsatisfied(at, 'TOO_MANY_VALUES', `${size} less than or equal to ${max}`));
      return value
        .filter((entry: unknown) => entry !== null)
        .map((entry: unknown, index) => item.read(entry, `${at}.${index + 1}.member`, issues));
    },
  };
}

export function integer(min: number, max: number): Shape {
  return {
    read(value, at, issues) {
      if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(at, 'a whole number');
      if (value < min || value > max) {
        issues.push(unsatisfied(at, 'VALUE_OUT_OF_RANGE', `Member must have value between ${min} and ${max}`));
      }
      return value;
    },
  };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Instants stay text: some carry more digits than a JavaScript date holds. */
export const instant: Shape = {
  read(value, at) {
    if (typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return value;
    throw wrongType(at, 'an ISO 8601 instant');
  },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(at: string, member: string): string {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  return at === '' ? name : `${at}.${name}`;
}

function missing(field: string): Issue {
  return {
    field,
    code: 'REQUIRED_FIELD_MISSING',
    message: `Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  };
}

function unsatisfied(field: string, code: IssueCode, constraint: string): Issue {
  return { field, code, message: `Value at '${field}' failed to satisfy constraint: ${constraint}` };
}

/** What does not even fit the protocol ends the reading. */
function wrongType(at: string, wanted: string): ServiceError {
  return new ServiceError('SerializationException', 400, `${at === '' ? 'The request' : at} must be ${wanted}.`);
}

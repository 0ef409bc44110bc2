/** Event patterns: read once, refused where EventBridge would refuse them, matched against whole events. */
import { eventsError } from './errors.ts';

type Json = Readonly<Record<string, unknown>>;
/** Asks one value of the event; `undefined` = the event has no such member. */
type Test = (value: unknown) => boolean;
type Matcher = (event: Json) => boolean;

export function readPattern(text: string): Matcher {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalidPattern('Pattern is not valid JSON');
  }
  if (!isObject(parsed)) throw invalidPattern('Filter is not an object');
  return readObject(parsed, '');
}

function readObject(pattern: Json, path: string): Matcher {
  const parts = Object.entries(pattern).map(([name, value]) => readMember(name, value, path));
  if (parts.length === 0)
    throw invalidPattern(path === '' ? 'Filter is empty' : `Empty objects are not allowed at ${path}`);
  return (event) => parts.every((matches) => matches(event));
}

function readMember(name: string, value: unknown, path: string): Matcher {
  const here = path === '' ? name : `${path}.${name}`;
  if (name === '$or') {
    if (!Array.isArray(value) || value.length < 2) throw invalidPattern('$or must hold at least two patterns');
    const choices = value.map((choice) => {
      if (!isObject(choice)) throw invalidPattern('$or must hold patterns');
      return readObject(choice, path);
    });
    return (event) => choices.some((matches) => matches(event));
  }
  if (isObject(value)) {
    const inner = readObject(value, here);
    return (event) => inner(isObject(event[name]) ? event[name] : {});
  }
  if (!Array.isArray(value)) throw invalidPattern(`"${here}" must be an object or an array`);
  if (value.length === 0) throw invalidPattern(`Empty arrays are not allowed at "${here}"`);
  const tests = value.map((entry: unknown) => readTest(entry, here));
  return (event) => tests.some((test) => anyOf(event[name], test));
}

/** A list in the event matches when one of its values does. */
function anyOf(value: unknown, test: Test): boolean {
  return Array.isArray(value) ? value.some(test) : test(value);
}

function readTest(entry: unknown, path: string): Test {
  if (!isObject(entry)) {
    if (Array.isArray(entry)) throw invalidPattern(`Nested arrays are not allowed at "${path}"`);
    return (value) => value === entry;
  }
  const [[operator, operand] = ['', undefined], ...more] = Object.entries(entry);
  if (more.length > 0) throw invalidPattern(`Only one operator at a time is allowed at "${path}"`);
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') throw invalidPattern('exists match pattern must be either true or false.');
      return (value) => (value !== undefined) === operand;
    case 'anything-but':
      return readAnythingBut(operand, path);
    case 'numeric':
      return readNumeric(operand);
    default:
      return readText(operator, operand, path);
  }
}

function readText(operator: string, operand: unknown, path: string): Test {
  if (typeof operand !== 'string') throw invalidPattern(`${operator} match pattern must be a string at "${path}"`);
  const test = TEXT_TESTS[operator];
  if (!test || !Object.hasOwn(TEXT_TESTS, operator)) {
    throw invalidPattern(`Unrecognized match type ${operator}`);
  }
  return (value) => typeof value === 'string' && test(value, operand);
}

const TEXT_TESTS: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  prefix: (value, operand) => value.startsWith(operand),
  suffix: (value, operand) => value.endsWith(operand),
  'equals-ignore-case': (value, operand) => value.toLowerCase() === operand.toLowerCase(),
  wildcard: (value, operand) =>
    new RegExp(`^${operand.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(value),
};

function readAnythingBut(operand: unknown, path: string): Test {
  if (isObject(operand)) {
    const inner = readTest(operand, path);
    return (value) => value !== undefined && !inner(value);
  }
  const excluded = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (excluded.length === 0) throw invalidPattern('anything-but list must not be empty.');
  return (value) => value !== undefined && !excluded.includes(value);
}

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function readNumeric(operand: unknown): Test {
  const parts = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (parts.length !== 2 && parts.length !== 4) throw invalidPattern('Invalid numeric match');
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = COMPARISONS[String(parts[index])];
    const limit = parts[index + 1];
    if (!compare || typeof limit !== 'number') throw invalidPattern('Invalid numeric match');
    tests.push((value) => compare(value, limit));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function invalidPattern(reason: string) {
  return eventsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

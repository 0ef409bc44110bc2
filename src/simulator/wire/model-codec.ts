/**
 * Decodes and encodes the AWS JSON protocols with the schemas that ship inside the SDK clients.
 * These are low-level exports of the SDK: nothing outside the codec files touches them.
 */
import { JsonCodec } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceError } from '../types.ts';
import { bodyText, type WireRequest } from './http.ts';

export interface JsonOperation {
  readonly name: string;
  /** Input as the service's code reads it: instants as `Date`. */
  decode(request: WireRequest): Promise<Record<string, unknown>>;
  encode(output: Record<string, unknown>): string;
}

/** What is wrong with a request that does not fit its schema. */
export type ShapeProblem =
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'wrong-type'; readonly path: string; readonly message: string }
  | { readonly kind: 'missing'; readonly member: string };

export type RefuseShape = (problem: ShapeProblem) => ServiceError;

// 7 = seconds since 1970, fractions allowed: an ISO string would break the client.
const codec = new JsonCodec({ jsonName: false, timestampFormat: { useTrait: true, default: 7 } });

export function jsonOperations(
  schemas: readonly StaticOperationSchema[],
  refuse: RefuseShape,
): ReadonlyMap<string, JsonOperation> {
  return new Map(schemas.map((schema) => [schema[2], toOperation(schema, refuse)]));
}

function toOperation([, , name, , input, output]: StaticOperationSchema, refuse: RefuseShape): JsonOperation {
  const inputSchema = NormalizedSchema.of(input);
  const outputSchema = NormalizedSchema.of(output);
  return {
    name,
    async decode(request) {
      const raw = parseBody(request, refuse);
      checkShape(inputSchema, raw, '', refuse);
      checkRequired(inputSchema, raw, refuse);
      return (await codec.createDeserializer().read(inputSchema, JSON.stringify(raw))) as Record<string, unknown>;
    },
    encode(value) {
      // Operations without an output answer with an empty body.
      if (outputSchema.isUnitSchema()) return '';
      const serializer = codec.createSerializer();
      serializer.write(outputSchema, value);
      return String(serializer.flush());
    },
  };
}

function parseBody(request: WireRequest, refuse: RefuseShape): Record<string, unknown> {
  const text = bodyText(request);
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refuse({ kind: 'unreadable', message: 'The request body is not valid JSON.' });
  }
  if (!isObject(parsed)) throw refuse({ kind: 'unreadable', message: 'The request body must be a JSON object.' });
  return parsed;
}

/** The codec passes wrong types through; the service's front end would not. */
function checkShape(schema: NormalizedSchema, value: unknown, path: string, refuse: RefuseShape): void {
  if (value === null || value === undefined || schema.isDocumentSchema()) return;
  const need = (good: boolean, message: string) => {
    if (!good) throw refuse({ kind: 'wrong-type', path, message });
  };
  if (schema.isStructSchema()) {
    if (!isObject(value)) return need(false, 'must be an object');
    for (const [member, memberSchema] of schema.structIterator()) {
      checkShape(memberSchema, value[member], path === '' ? member : `${path}.${member}`, refuse);
    }
  } else if (schema.isListSchema()) {
    if (!Array.isArray(value)) return need(false, 'must be a list');
    value.forEach((item, index) => checkShape(schema.getValueSchema(), item, `${path}.${index}`, refuse));
  } else if (schema.isMapSchema()) {
    if (!isObject(value)) return need(false, 'must be a map');
    for (const [key, item] of Object.entries(value))
      checkShape(schema.getValueSchema(), item, `${path}.${key}`, refuse);
  } else if (schema.isStringSchema()) need(typeof value === 'string', 'must be a string');
  else if (schema.isNumericSchema()) need(typeof value === 'number', 'must be a number');
  else if (schema.isTimestampSchema()) need(typeof value === 'number', 'must be a number of seconds since 1970');
  else if (schema.isBooleanSchema()) need(typeof value === 'boolean', 'must be true or false');
}

/** A structure schema lists its required members first and ends with their number. */
function checkRequired(input: NormalizedSchema, value: Record<string, unknown>, refuse: RefuseShape): void {
  const schema = input.getSchema();
  if (!Array.isArray(schema) || !Array.isArray(schema[4])) return;
  const members: readonly unknown[] = schema[4];
  const required = members.slice(0, typeof schema[6] === 'number' ? schema[6] : 0).map(String);
  const missing = required.find((member) => value[member] === undefined || value[member] === null);
  if (missing !== undefined) throw refuse({ kind: 'missing', member: missing });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

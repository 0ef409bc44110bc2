/**
 * Decodes and encodes the Catalog protocol with the schemas that ship inside the SDK client.
 * These are low-level exports of the SDK: nothing outside this file touches them.
 */
import {
  BatchDescribeEntities$,
  CancelChangeSet$,
  DeleteResourcePolicy$,
  DescribeAssessment$,
  DescribeChangeSet$,
  DescribeEntity$,
  GetResourcePolicy$,
  ListAssessments$,
  ListChangeSets$,
  ListEntities$,
  ListTagsForResource$,
  PutResourcePolicy$,
  StartChangeSet$,
  TagResource$,
  UntagResource$,
} from '@aws-sdk/client-marketplace-catalog';
import { JsonCodec } from '@smithy/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { ServiceError } from '../types.ts';
import { bodyText, queryParameters, type WireRequest } from './http.ts';

export interface CatalogOperation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  decode(request: WireRequest): Promise<Record<string, unknown>>;
  /** The answer's JSON; members of the output shape that are absent come as explicit nulls, as AWS sends them. */
  encode(output: Record<string, unknown>): string;
}

const codec = new JsonCodec({ jsonName: false, timestampFormat: { useTrait: true, default: 7 } });

export const catalogOperations: readonly CatalogOperation[] = [
  BatchDescribeEntities$,
  CancelChangeSet$,
  DeleteResourcePolicy$,
  DescribeAssessment$,
  DescribeChangeSet$,
  DescribeEntity$,
  GetResourcePolicy$,
  ListAssessments$,
  ListChangeSets$,
  ListEntities$,
  ListTagsForResource$,
  PutResourcePolicy$,
  StartChangeSet$,
  TagResource$,
  UntagResource$,
].map(toOperation);

/** What List answers carry beside the modelled members. */
const EXTRA_NULLS: Readonly<Record<string, readonly string[]>> = { EntitySummary: ['TypeAttributes'] };

function toOperation(schema: StaticOperationSchema): CatalogOperation {
  const [, , name, traits, input, output] = schema;
  const [method, path] = httpTrait(name, traits);
  const inputSchema = NormalizedSchema.of(input);
  const outputSchema = NormalizedSchema.of(output);
  return {
    name,
    method,
    path,
    async decode(request) {
      const raw = { ...parseBody(request), ...readQuery(request, inputSchema) };
      checkShape(inputSchema, raw, '');
      checkRequired(inputSchema, raw);
      return (await codec.createDeserializer().read(inputSchema, JSON.stringify(raw))) as Record<string, unknown>;
    },
    encode(value) {
      const serializer = codec.createSerializer();
      serializer.write(outputSchema, value);
      return JSON.stringify(withNulls(outputSchema, JSON.parse(String(serializer.flush()))));
    },
  };
}

function httpTrait(name: string, traits: StaticOperationSchema[3]): [method: string, path: string] {
  const http = typeof traits === 'object' ? traits.http : undefined;
  if (!http) throw new Error(`The schema of ${name} names no HTTP route.`);
  return [http[0], http[1]];
}

function parseBody(request: WireRequest): Record<string, unknown> {
  const text = bodyText(request);
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw cannotParse('', 'The request body is not valid JSON.');
  }
  if (!isObject(parsed)) throw cannotParse('', 'The request body must be a JSON object.');
  return parsed;
}

function readQuery(request: WireRequest, schema: NormalizedSchema): Record<string, string> {
  const query = new Map(queryParameters(request) ?? []);
  const found: Record<string, string> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    const wireName = memberSchema.getMergedTraits().httpQuery;
    const value = wireName === undefined ? undefined : query.get(wireName);
    if (value !== undefined) found[member] = value;
  }
  return found;
}

/** The codec passes wrong types through; the service's front end would not. */
function checkShape(schema: NormalizedSchema, value: unknown, path: string): void {
  if (value === null || value === undefined || schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) {
    if (!isObject(value)) throw cannotParse(path, 'must be an object');
    for (const [member, memberSchema] of schema.structIterator()) {
      checkShape(memberSchema, value[member], path === '' ? member : `${path}.${member}`);
    }
  } else if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw cannotParse(path, 'must be a list');
    value.forEach((item, index) => checkShape(schema.getValueSchema(), item, `${path}.${index}`));
  } else if (schema.isMapSchema()) {
    if (!isObject(value)) throw cannotParse(path, 'must be a map');
    for (const [key, item] of Object.entries(value)) checkShape(schema.getValueSchema(), item, `${path}.${key}`);
  } else if (schema.isStringSchema()) {
    if (typeof value !== 'string') throw cannotParse(path, 'must be a string');
  } else if (schema.isNumericSchema()) {
    if (typeof value !== 'number') throw cannotParse(path, 'must be a number');
  } else if (schema.isBooleanSchema() && typeof value !== 'boolean') {
    throw cannotParse(path, 'must be true or false');
  }
}

/** A structure schema lists its required members first and ends with their number. */
function checkRequired(input: NormalizedSchema, value: Record<string, unknown>): void {
  const schema = input.getSchema();
  if (!Array.isArray(schema) || !Array.isArray(schema[4])) return;
  const members: readonly unknown[] = schema[4];
  const required = members.slice(0, typeof schema[6] === 'number' ? schema[6] : 0).map(String);
  const missing = required.find((member) => value[member] === undefined || value[member] === null);
  if (missing === undefined) return;
  const message = `1 validation error detected: Value null at '${missing}' failed to satisfy constraint: Member must not be null`;
  throw new ServiceError('ValidationException', 422, message, {
    ValidationExceptionFieldList: [
      { Reason: 'FieldValidationFailed', Field: missing, Message: 'Member must not be null' },
    ],
  });
}

function cannotParse(path: string, problem: string): ServiceError {
  const message = path === '' ? problem : `Cannot parse ${path}: it ${problem}.`;
  return new ServiceError('ValidationException', 422, message, {
    ValidationExceptionFieldList: [
      { Reason: 'CannotParse', ...(path === '' ? {} : { Field: path }), Message: message },
    ],
  });
}

function withNulls(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isDocumentSchema()) return value;
  if (schema.isListSchema() && Array.isArray(value)) {
    return value.map((item) => withNulls(schema.getValueSchema(), item));
  }
  if (!isObject(value)) return value;
  if (schema.isMapSchema()) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withNulls(schema.getValueSchema(), item)]),
    );
  }
  if (!schema.isStructSchema()) return value;
  const filled: Record<string, unknown> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    filled[member] = value[member] === undefined ? null : withNulls(memberSchema, value[member]);
  }
  for (const extra of EXTRA_NULLS[schema.getName() ?? ''] ?? []) filled[extra] = null;
  return filled;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

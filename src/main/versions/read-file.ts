/** Reads a YAML file against a schema: what is wrong is said with line and column. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { fail, type FieldError } from '../../shared/errors/app-error.ts';

export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

export interface ReadFile {
  readonly value: unknown;
  /** Where a path stands, or the nearest thing above it that is there. */
  placeOf(path: readonly PropertyKey[]): FilePlace;
}

/** Messages of the parser, by its own codes; any other is a plain syntax error. */
const SYNTAX_KEYS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'errors:field.file-indent',
  TAB_AS_INDENT: 'errors:field.file-tab',
  DUPLICATE_KEY: 'errors:field.file-duplicate',
  MULTIPLE_DOCS: 'errors:field.file-several',
  BAD_ALIAS: 'errors:field.file-alias',
};

/** More than anybody mends in one go. */
const MOST_FIELDS = 50;

export function readYaml(text: string): ReadFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' });
  const at = (offset: number): FilePlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0)
    refuse(
      'offer-file-syntax',
      problems.map((problem) => toSyntaxField(problem, at)),
    );
  const value = toValue(document, at);
  return { value, placeOf: (path) => at(offsetOf(document, path)) };
}

function toSyntaxField(problem: YAMLError, at: (offset: number) => FilePlace): FieldError {
  const place = at(problem.pos[0]);
  return field(place, '', SYNTAX_KEYS[problem.code] ?? 'errors:field.file-syntax', {});
}

/** Aliases are refused: they save nobody work here, and a few lines of them can grow without end. */
function toValue(document: Document, at: (offset: number) => FilePlace): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return refuse('offer-file-syntax', [field(at(0), '', 'errors:field.file-alias', {})]);
  }
}

/** Throws `offer-file-invalid` with every finding at its place. */
export function checkFile<T>(file: ReadFile, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return parsed.data;
  return refuse(
    'offer-file-invalid',
    parsed.error.issues.flatMap((issue) => toFields(issue, file)),
  );
}

function toFields(issue: z.core.$ZodIssue, file: ReadFile): FieldError[] {
  const path = issue.path.map(String).join('.');
  const put = (key: string, params: FieldError['params'] = {}) => [field(file.placeOf(issue.path), path, key, params)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) =>
        field(
          file.placeOf([...issue.path, name]),
          [path, name].filter(Boolean).join('.'),
          'errors:field.file-unknown',
          {
            name,
          },
        ),
      );
    case 'invalid_type': {
      const found = valueAt(file.value, issue.path);
      if (found === undefined) return put('errors:field.file-missing', { name: String(issue.path.at(-1) ?? '') });
      if (issue.expected === 'string' && typeof found === 'number') return put('errors:field.file-quotes');
      return put('errors:field.file-value', { expected: issue.expected });
    }
    case 'invalid_value':
      return put('errors:field.file-value', { expected: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return put('errors:field.file-choice', { name: issue.discriminator ?? String(issue.path.at(-1) ?? '') });
    case 'too_big':
      return put('errors:field.file-long', { max: Number(issue.maximum) });
    default:
      return put('errors:field.file-value', { expected: 'pattern' in issue ? String(issue.pattern) : issue.code });
  }
}

function field(place: FilePlace, path: string, messageKey: string, params: FieldError['params']): FieldError {
  return { path, messageKey, params: { ...params, line: place.line, column: place.column } };
}

function refuse(code: 'offer-file-syntax' | 'offer-file-invalid', fields: readonly FieldError[]): never {
  const [first] = fields;
  fail(code, {
    params: { line: first?.params['line'] ?? 1, column: first?.params['column'] ?? 1, count: fields.length },
    fields: fields.slice(0, MOST_FIELDS),
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!isPair(pair)) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | null {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return range?.[0] ?? null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

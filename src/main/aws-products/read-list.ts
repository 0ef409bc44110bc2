/** Reads the list of products as AWS publishes it: a JSON array of `Identifier`, `Name`, `Family`, `Description`. What is wrong is said with its line. */
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import type { AwsProduct } from '../../shared/domain/aws-product.ts';
import { fail, type FieldError } from '../../shared/errors/app-error.ts';
import { lineOfSyntax } from './json-line.ts';

/** AWS publishes some five hundred. */
const MOST_PRODUCTS = 20_000;
/** More than anybody mends in one go. */
const MOST_FIELDS = 20;
/** AWS takes no longer identifier. */
const ID = /^\S{1,255}$/;
const LONGEST_TEXT = 5000;

interface Problem {
  readonly index: number | null;
  readonly member: string;
  readonly key: string;
}

/** Throws `product-list-invalid` with every place that is wrong. */
export function readProductList(text: string): AwsProduct[] {
  const value = parse(text.replace(/^\uFEFF/, ''));
  if (!Array.isArray(value)) return refuse(text, [{ index: null, member: '', key: 'not-a-list' }]);
  if (value.length === 0) return refuse(text, [{ index: null, member: '', key: 'empty' }]);
  if (value.length > MOST_PRODUCTS) return refuse(text, [{ index: MOST_PRODUCTS, member: '', key: 'too-many' }]);
  const problems: Problem[] = [];
  const products = new Map<string, AwsProduct>();
  value.forEach((entry: unknown, index) => {
    const found = problemsOf(entry, index);
    problems.push(...found);
    if (found.length > 0) return;
    const product = toProduct(entry as Readonly<Record<string, unknown>>);
    if (products.has(product.id)) problems.push({ index, member: 'Identifier', key: 'duplicate' });
    else products.set(product.id, product);
  });
  return problems.length > 0 ? refuse(text, problems) : [...products.values()];
}

function problemsOf(entry: unknown, index: number): Problem[] {
  if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
    return [{ index, member: '', key: 'not-a-product' }];
  }
  const members = entry as Readonly<Record<string, unknown>>;
  const wrong = (member: string, key: string): Problem => ({ index, member, key });
  const id = members['Identifier'];
  const name = members['Name'];
  return [
    ...(typeof id === 'string' && ID.test(id) ? [] : [wrong('Identifier', 'identifier')]),
    ...(typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_TEXT ? [] : [wrong('Name', 'name')]),
    ...['Family', 'Description'].flatMap((member) => (isOptionalText(members[member]) ? [] : [wrong(member, 'text')])),
  ];
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.length <= LONGEST_TEXT);
}

function toProduct(members: Readonly<Record<string, unknown>>): AwsProduct {
  const text = (member: string) => String(members[member] ?? '').trim();
  return { id: text('Identifier'), name: text('Name'), family: text('Family'), description: text('Description') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const line = lineOfSyntax(text);
    return fail('product-list-invalid', {
      params: { line, count: 1 },
      fields: [{ path: '', messageKey: 'errors:field.product-list-syntax', params: { line } }],
    });
  }
}

function refuse(text: string, problems: readonly Problem[]): never {
  const lineOf = createLines(text);
  const fields = problems.slice(0, MOST_FIELDS).map(({ index, member, key }): FieldError => ({
    path: index === null ? '' : [index, member].filter((part) => part !== '').join('.'),
    messageKey: `errors:field.product-list-${key}`,
    params: { line: lineOf(index, member), ...(member === '' ? {} : { member }) },
  }));
  fail('product-list-invalid', {
    params: { line: Number(fields[0]?.params['line'] ?? 1), count: problems.length },
    fields,
  });
}

/** JSON is YAML as well, and YAML's parser remembers where things stand. */
function createLines(text: string): (index: number | null, member: string) => number {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (node: unknown) => (isNode(node) && node.range ? Math.max(lines.linePos(node.range[0]).line, 1) : 1);
  return (index, member) => {
    if (index === null || !isSeq(contents)) return lineAt(contents);
    const entry = contents.items[index];
    const value = isMap(entry) && member !== '' ? entry.get(member, true) : undefined;
    return lineAt(value ?? entry);
  };
}

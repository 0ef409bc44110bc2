import { expect, it } from 'vitest';
import { lineAt, linesOfJson } from '../../../../../src/shared/domain/sync/json-lines.ts';

it('knows the line of each member, in lists and groups, past names and texts that look like signs', () => {
  const value = { a: 1, 'b{': { c: ['x,y', { d: 'q"}' }, [2, 3]] }, e: [], f: { g: null } };
  const text = JSON.stringify(value, null, 2);
  const lines = linesOfJson(text);
  const at = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(lines.get('a')).toBe(at('"a"'));
  expect(lines.get('b{.c')).toBe(at('"c"'));
  expect(lines.get('b{.c.0')).toBe(at('x,y'));
  expect(lines.get('b{.c.1.d')).toBe(at('"d"'));
  expect(lines.get('f.g')).toBe(at('"g"'));
  expect(lineAt(lines, 'f.g.missing')).toBe(at('"g"'));
  expect(lineAt(lines, 'nowhere')).toBeNull();
});

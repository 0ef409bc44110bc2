import { expect, it } from 'vitest';
import { diffHeld, diffJson } from '../../../../../src/shared/domain/sync/json-diff.ts';

it('names the leaves in which two documents differ', () => {
  const before = { a: 1, list: [{ x: 1 }, { x: 2 }], gone: 'y', same: { deep: true } };
  const after = { a: 2, list: [{ x: 1 }, { x: 3 }, { x: 4 }], same: { deep: true }, added: null };
  expect(diffJson(before, after)).toEqual([
    { path: 'a', before: 1, after: 2 },
    { path: 'list.1.x', before: 2, after: 3 },
    { path: 'list.2', before: undefined, after: { x: 4 } },
    { path: 'gone', before: 'y', after: undefined },
    { path: 'added', before: undefined, after: null },
  ]);
  expect(diffJson({ a: [] }, { a: {} })).toHaveLength(1);
});

it('tells what of a request is not held, past order, form of numbers and instants, and what AWS has beside it', () => {
  const sent = { Stage: 'Launched', Amount: 5, At: '2026-01-01T00:00:00Z', Needs: ['b', 'a'], Off: null, Title: 'New' };
  const held = {
    Stage: 'Launched',
    Amount: '5',
    At: '2026-01-01T00:00:00.000Z',
    Needs: ['a', 'b'],
    Title: 'Old',
    More: 1,
  };
  expect(diffHeld(sent, held)).toEqual([{ path: 'Title', before: 'New', after: 'Old' }]);
  expect(diffHeld({ Needs: ['c'] }, held)).toEqual([{ path: 'Needs.0', before: 'c', after: 'a' }]);
});

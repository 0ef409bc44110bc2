/** Which page or part gives the frame its title, breadcrumbs and help. */
import { describe, expect, it } from 'vitest';
import { createPageStore, findPageProperty } from '../../../../src/renderer/stores/page.ts';

describe('the page in view', () => {
  it('is outranked by its part, whichever was mounted first', () => {
    const { getState } = createPageStore();
    getState().put({ id: 'step', rank: 'part', entry: { help: { topic: 'wizard', key: 'step' } } });
    getState().put({ id: 'page', rank: 'page', entry: { title: 'Wizard', help: { topic: 'wizard', key: 'page' } } });
    expect(findPageProperty(getState().placed, 'help')?.key).toBe('step');
    expect(findPageProperty(getState().placed, 'title')).toBe('Wizard');
    getState().drop('step');
    expect(findPageProperty(getState().placed, 'help')?.key).toBe('page');
    getState().drop('page');
    expect(findPageProperty(getState().placed, 'help')).toBeUndefined();
  });

  it('changes in place', () => {
    const { getState } = createPageStore();
    getState().put({ id: 'a', rank: 'page', entry: { title: 'one' } });
    getState().put({ id: 'b', rank: 'page', entry: { title: 'two' } });
    getState().put({ id: 'a', rank: 'page', entry: { title: 'three' } });
    expect(getState().placed.map(({ entry }) => entry.title)).toEqual(['three', 'two']);
  });
});

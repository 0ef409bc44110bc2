/** What the page in view gives to the frame: title, breadcrumbs, help. */
import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStores } from './context.tsx';

export interface Crumb {
  readonly text: string;
  /** Route path, `/offers`. */
  readonly to: string;
}

/** Where the help texts stand: `<topic>.json`, keys `<key>.title` and `<key>.body`. */
export interface HelpSource {
  readonly topic: string;
  readonly key: string;
}

export interface PageEntry {
  /** Name of the page in the window title. */
  readonly title?: string;
  /** Way to the page, the page itself last. */
  readonly breadcrumbs?: readonly Crumb[];
  readonly help?: HelpSource;
  readonly contentType?: 'default' | 'form' | 'table' | 'wizard';
}

interface Placed {
  readonly id: string;
  /** A part of a page (a wizard step) outranks the page around it, whichever was mounted first. */
  readonly rank: 'page' | 'part';
  readonly entry: PageEntry;
}

export interface PageState {
  readonly placed: readonly Placed[];
  put(placed: Placed): void;
  drop(id: string): void;
}

export type PageStore = StoreApi<PageState>;

export function createPageStore(): PageStore {
  return createStore((set) => ({
    placed: [],
    put: (next) =>
      set(({ placed }) => ({
        placed: placed.some(({ id }) => id === next.id)
          ? placed.map((existing) => (existing.id === next.id ? next : existing))
          : [...placed, next],
      })),
    drop: (id) => set(({ placed }) => ({ placed: placed.filter((existing) => existing.id !== id) })),
  }));
}

/** The newest part's value for a property, else the newest page's. */
export function findPageProperty<K extends keyof PageEntry>(placed: readonly Placed[], name: K): PageEntry[K] {
  const has = ({ entry }: Placed) => entry[name] !== undefined;
  const found = placed.findLast((one) => one.rank === 'part' && has(one)) ?? placed.findLast(has);
  return found?.entry[name];
}

export function usePageProperty<K extends keyof PageEntry>(name: K): PageEntry[K] {
  return useStore(useStores().page, (state) => findPageProperty(state.placed, name));
}

function usePlaced(rank: Placed['rank'], entry: PageEntry): void {
  const { page } = useStores();
  const id = useId();
  const text = JSON.stringify(entry);
  useEffect(() => {
    page.getState().put({ id, rank, entry: JSON.parse(text) as PageEntry });
  }, [page, id, rank, text]);
  useEffect(() => () => page.getState().drop(id), [page, id]);
}

/** Announces a page to the frame while the caller is mounted. */
export function usePage(entry: PageEntry): void {
  usePlaced('page', entry);
}

/** Sets the help panel while the caller (a page, a wizard step) is mounted: `useHelp('wizard', 'help.schedule')`. */
export function useHelp(topic: string, key: string): void {
  usePlaced('part', { help: { topic, key } });
}

/** Language, theme and help panel: how the app looks to this person. Kept in the preferences. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language, Preferences } from '../../shared/contract/app.ts';
import { useStores } from './context.tsx';

type Kept = Pick<Preferences, 'language' | 'theme' | 'helpPanelOpen'>;
export type Theme = Preferences['theme'];

/** What was never chosen is decided by now. */
type Shown = Omit<Kept, 'helpPanelOpen'> & { readonly helpPanelOpen: boolean };

export interface AppearanceState extends Shown {
  setLanguage(language: Language | null): void;
  setTheme(theme: Theme): void;
  setHelpPanelOpen(open: boolean): void;
}

/** Pixels; in a narrower window an open panel leaves a table too little. */
const HELP_FITS = 1400;

export type AppearanceStore = StoreApi<AppearanceState>;

export function createAppearanceStore(initial: Kept, persist: (patch: Partial<Kept>) => void): AppearanceStore {
  return createStore((set) => {
    const change = (patch: Partial<Shown>) => {
      set(patch);
      persist(patch);
    };
    return {
      language: initial.language,
      theme: initial.theme,
      helpPanelOpen: initial.helpPanelOpen ?? window.innerWidth >= HELP_FITS,
      setLanguage: (language) => change({ language }),
      setTheme: (theme) => change({ theme }),
      setHelpPanelOpen: (helpPanelOpen) => change({ helpPanelOpen }),
    };
  });
}

export function useAppearance(): AppearanceState {
  return useStore(useStores().appearance);
}

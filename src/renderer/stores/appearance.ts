/** Language, theme and help panel: how the app looks to this person. Kept in the preferences. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language, Preferences } from '../../shared/contract/app.ts';
import { useStores } from './context.tsx';

type Kept = Pick<Preferences, 'language' | 'theme' | 'helpPanelOpen'>;
export type Theme = Preferences['theme'];

export interface AppearanceState extends Kept {
  setLanguage(language: Language | null): void;
  setTheme(theme: Theme): void;
  setHelpPanelOpen(open: boolean): void;
}

export type AppearanceStore = StoreApi<AppearanceState>;

export function createAppearanceStore(initial: Kept, persist: (patch: Partial<Kept>) => void): AppearanceStore {
  return createStore((set) => {
    const change = (patch: Partial<Kept>) => {
      set(patch);
      persist(patch);
    };
    return {
      language: initial.language,
      theme: initial.theme,
      helpPanelOpen: initial.helpPanelOpen,
      setLanguage: (language) => change({ language }),
      setTheme: (theme) => change({ theme }),
      setHelpPanelOpen: (helpPanelOpen) => change({ helpPanelOpen }),
    };
  });
}

export function useAppearance(): AppearanceState {
  return useStore(useStores().appearance);
}

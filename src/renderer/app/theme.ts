/** Light, dark, or whatever the system says. */
import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useEffect } from 'react';
import type { Theme } from '../stores/appearance.ts';

const DARK = '(prefers-color-scheme: dark)';

export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = window.matchMedia(DARK);
    const apply = () => applyMode((theme === 'system' ? system.matches : theme === 'dark') ? Mode.Dark : Mode.Light);
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}

/** The keyboard shortcuts of the app: one table, shown as it stands in the shortcuts help. */
import { useEffect, useRef } from 'react';

export interface Shortcut {
  /** Also the key of its text, `common:shortcuts.<id>`. */
  readonly id: 'switch-account' | 'help' | 'toggle-help-panel';
  /** As shown; `Mod` is Ctrl, or Command on a Mac. */
  readonly keys: readonly string[];
  matches(event: KeyboardEvent): boolean;
}

const mod = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
const isKey = (event: KeyboardEvent, key: string) => event.key.toLowerCase() === key;

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'switch-account', keys: ['Mod', 'K'], matches: (event) => mod(event) && isKey(event, 'k') },
  { id: 'toggle-help-panel', keys: ['F1'], matches: (event) => isKey(event, 'f1') },
  { id: 'help', keys: ['?'], matches: (event) => event.key === '?' && !isTyping(event.target) },
];

/** A plain character is text while a field has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.role === 'textbox')
  );
}

export function useShortcuts(actions: Readonly<Record<Shortcut['id'], () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const shortcut = SHORTCUTS.find((candidate) => candidate.matches(event));
      if (!shortcut) return;
      event.preventDefault();
      latest.current[shortcut.id]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** How a key is written on this machine. */
export function formatKey(key: string, platform: string = navigator.platform): string {
  if (key !== 'Mod') return key;
  return /mac/i.test(platform) ? '⌘' : 'Ctrl';
}

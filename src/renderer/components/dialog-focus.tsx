/** Inside a dialog: moves the focus to where the person goes on, after the dialog has put it on its close button. */
import { useEffect, useState, type RefObject } from 'react';

export function DialogFocus({ on }: { on: RefObject<{ focus(): void } | null> }) {
  const [isSettled, setSettled] = useState(false);
  // One round later than the effects of the dialog around this.
  // eslint-disable-next-line react-hooks/set-state-in-effect -- the second render is the point
  useEffect(() => setSettled(true), []);
  useEffect(() => {
    if (isSettled) on.current?.focus();
  }, [isSettled, on]);
  return null;
}

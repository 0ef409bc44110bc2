/** Counts down to an instant of real time, once a second. */
import { useEffect, useState } from 'react';

export function useSecondsLeft(dueAt: string | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (dueAt === null) return;
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, [dueAt]);
  return dueAt === null ? null : Math.max(0, Math.ceil((Date.parse(dueAt) - now) / 1000));
}

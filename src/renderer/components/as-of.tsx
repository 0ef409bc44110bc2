/** How old the local copy is, in the zone that the screens use. */
import { useFormat, useTexts } from '../i18n/context.tsx';

export function AsOf({ at }: { at: string | null | undefined }) {
  const t = useTexts('table');
  const format = useFormat();
  if (at === undefined) return null;
  return <span>{at === null ? t('neverRead') : t('asOf', { time: format.instant(at) })}</span>;
}

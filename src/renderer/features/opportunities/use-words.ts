/** Words of AWS that stand for something with a name: countries, and what its people do. */
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { usePickText } from './editor/use-pick-text.ts';

/** A country by its name; a code that is none stays as it is. */
export function useCountryName(): (code: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
  }, [language]);
}

/** What a person of the partner's or of AWS's does; a title that is typed stays as it is. */
export function useRoleName(): (title: string) => string {
  const pick = usePickText();
  return (title) => {
    const known = pick('teamTitle', title);
    return known === title ? pick('awsTitle', title) : known;
  };
}

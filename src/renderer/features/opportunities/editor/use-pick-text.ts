/** AWS's words in the user's language; names and words that this version does not know stay as AWS writes them. */
import { slugOf, type PicklistName } from '../../../../shared/domain/opportunity/picklists.ts';
import { useHasText, useTexts } from '../../../i18n/context.tsx';

export function usePickText(): (list: PicklistName, value: string) => string {
  const t = useTexts('picklists');
  const has = useHasText();
  return (list, value) => {
    const key = `${list}.${slugOf(value)}`;
    return has(`picklists:${key}`) ? t(key) : value;
  };
}

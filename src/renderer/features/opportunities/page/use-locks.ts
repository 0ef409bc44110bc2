/** Which members AWS does not let a partner change now, in words. */
import { lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useTexts } from '../../../i18n/context.tsx';

/** The words for a member's lock, by AWS's path (`Customer.Account.CompanyName`); null where it may be changed. */
export function useLocks(opportunity: Pick<OpportunityDetail, 'reviewStatus' | 'stage' | 'origin'>) {
  const t = useTexts('opportunities');
  const standing = { ...opportunity, origin: opportunity.origin ?? '' };
  return (path: string): string | null => {
    const lock = lockOf(path.split('.').map(lowerFirst).join('.'), standing);
    return lock === null ? null : t(`lock.${lock}`);
  };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

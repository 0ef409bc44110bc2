/** Starts an offer set from the selected offers; each is cloned, since AWS takes an offer into a set only when it is made. */
import Button from '@cloudscape-design/components/button';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useCreateSetDraft } from '../../offer-sets/use-create.ts';

export function MakeSetButton({ offers }: { offers: readonly OfferSummary[] }) {
  const t = useTexts('offers');
  const draft = useCreateSetDraft();
  const [first] = offers;
  if (!first) return null;
  const isMixed = offers.some(({ account }) => account !== first.account);
  return (
    <Button
      loading={draft.isPending}
      {...(isMixed ? { disabled: true, disabledReason: t('list.makeSetOneAccount') } : {})}
      onClick={() => draft.start({ account: first.account, offerIds: offers.slice(0, 50).map(({ id }) => id) })}
    >
      {t('list.makeSet')}
    </Button>
  );
}

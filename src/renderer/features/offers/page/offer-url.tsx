/** The address for the buyer, to copy. It stands nowhere in AWS's documentation, and says so. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';

export function OfferUrlValue({ offer }: { offer: OfferSummary }) {
  const t = useTexts('offers');
  const refs = [{ account: offer.account, offerId: offer.id }];
  const { data } = useCallQuery('offers.urls', { refs, filter: null });
  const url = data?.urls[0]?.url ?? null;
  if (url === null) return <>{offer.state === 'draft' ? t('export.noUrl') : '-'}</>;
  return (
    <SpaceBetween size="xxs">
      <CopyToClipboard
        copyButtonText={t('url.copy')}
        textToCopy={url}
        copySuccessText={t('url.copied')}
        copyErrorText={t('url.copyFailed')}
      />
      <Box variant="small">
        <span className="breakable">{url}</span>
      </Box>
      <Box variant="small" color="text-body-secondary">
        {t('url.undocumented')}
      </Box>
    </SpaceBetween>
  );
}

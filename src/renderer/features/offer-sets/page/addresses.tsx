/** Where buyers open the offers of a set. AWS documents an address for neither, and this says so. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SetMember } from '../../../../shared/domain/offer-set/offer-set.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function OfferSetAddresses({ offers }: { offers: readonly SetMember[] }) {
  const t = useTexts('offersets');
  const shared = useTexts('offers');
  const found = offers.filter((offer): offer is SetMember & { url: string } => offer.url !== null);
  if (found.length === 0) return <Box color="text-body-secondary">{t('page.noAddresses')}</Box>;
  const text = found.map(({ name, id, url }) => `${name || id}: ${url}`).join('\n');
  return (
    <SpaceBetween size="s">
      <ul className="plain-list">
        {found.map(({ id, name, url }) => (
          <li key={id}>
            {name || id}: <span className="breakable">{url}</span>
          </li>
        ))}
      </ul>
      <CopyToClipboard
        copyButtonText={t('page.copyAddresses')}
        textToCopy={text}
        copySuccessText={shared('url.copied')}
        copyErrorText={shared('url.copyFailed')}
      />
      <Box variant="small" color="text-body-secondary">
        {t('page.addressesSay')}
      </Box>
    </SpaceBetween>
  );
}

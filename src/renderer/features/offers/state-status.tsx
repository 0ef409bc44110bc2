/** Where an offer stands, in words and colour. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { OfferState } from '../../../shared/domain/offer/offer.ts';
import { useTexts } from '../../i18n/context.tsx';

const LOOKS: Record<OfferState, StatusIndicatorProps.Type> = {
  draft: 'pending',
  active: 'success',
  expired: 'stopped',
};

export function OfferStateStatus({ state }: { state: OfferState }) {
  const t = useTexts('offers');
  return <StatusIndicator type={LOOKS[state]}>{t(`state.${state}`)}</StatusIndicator>;
}

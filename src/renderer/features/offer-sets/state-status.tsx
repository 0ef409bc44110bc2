/** Where an offer set, or an offer in it, stands, in words and colour. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { OfferSetState, SetMember } from '../../../shared/domain/offer-set/offer-set.ts';
import { useTexts } from '../../i18n/context.tsx';

const LOOKS: Record<OfferSetState, StatusIndicatorProps.Type> = {
  draft: 'pending',
  released: 'success',
  expired: 'stopped',
};

export function OfferSetStateStatus({ state }: { state: OfferSetState }) {
  const t = useTexts('offersets');
  return <StatusIndicator type={LOOKS[state]}>{t(`state.${state}`)}</StatusIndicator>;
}

const MEMBER_LOOKS: Record<SetMember['state'], StatusIndicatorProps.Type> = {
  draft: 'pending',
  active: 'success',
  expired: 'stopped',
  unknown: 'info',
};

export function MemberStatus({ member: { kind, state } }: { member: SetMember }) {
  const t = useTexts('offersets');
  return <StatusIndicator type={MEMBER_LOOKS[state]}>{t(`memberState.${kind}.${state}`)}</StatusIndicator>;
}

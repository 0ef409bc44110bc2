/** The places of the app. */
import Badge from '@cloudscape-design/components/badge';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useLocation, useNavigate } from 'react-router';
import { isPlaceFor } from '../../shared/domain/account/persona.ts';
import { useActivePersonas } from '../components/use-permission.ts';
import { useUnread } from '../components/use-unread.ts';
import { useTexts } from '../i18n/context.tsx';

/** Sections from top to bottom, a divider between two; a place is a route and a text of its name. */
const SECTIONS = [
  ['dashboards', 'offers', 'offersets', 'drafts', 'templates', 'products'],
  ['authorizations', 'channel', 'agreements', 'radar', 'requests', 'margin'],
  ['dashboards/co-sell', 'opportunities', 'invitations', 'engagements', 'opportunities/drafts', 'solutions'],
  ['inbox', 'activity', 'history', 'bulk'],
  ['accounts', 'settings'],
] as const;

export function SideMenu() {
  const t = useTexts('common');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const personas = useActivePersonas();
  const sections = SECTIONS.map((places) => places.filter((place) => isPlaceFor(personas, place)));
  const unread = useUnread();
  const toLink = (place: string) => ({
    type: 'link' as const,
    text: t(`nav.${place}`),
    href: `#/${place}`,
    ...(place === 'inbox' && unread > 0 ? { info: <Badge color="blue">{unread}</Badge> } : {}),
  });
  return (
    <SideNavigation
      activeHref={`#/${placeAt(pathname)}`}
      items={sections.flatMap((places, index) => [
        ...(index > 0 ? [{ type: 'divider' as const }] : []),
        ...places.map(toLink),
      ])}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href.slice(1));
      }}
    />
  );
}

/** The place that a page belongs to; of two, the one within the other. */
function placeAt(pathname: string): string {
  const path = `${pathname.slice(1)}/`;
  const places = SECTIONS.flat().filter((place) => path.startsWith(`${place}/`));
  return places.reduce((longest, place) => (place.length > longest.length ? place : longest), '');
}

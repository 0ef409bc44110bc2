/** The places of the app. */
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useLocation, useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';

const PLACES = ['offers', 'drafts', 'products', 'activity'] as const;
const ADMIN_PLACES = ['accounts', 'settings'] as const;

export function SideMenu() {
  const t = useTexts('common');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const toLink = (place: string) => ({ type: 'link' as const, text: t(`nav.${place}`), href: `#/${place}` });
  return (
    <SideNavigation
      activeHref={`#/${pathname.split('/')[1] ?? ''}`}
      items={[...PLACES.map(toLink), { type: 'divider' }, ...ADMIN_PLACES.map(toLink)]}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href.slice(1));
      }}
    />
  );
}

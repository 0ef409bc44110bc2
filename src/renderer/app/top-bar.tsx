/** The bar on top: product name, active account, language, theme, shortcuts. */
import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router';
import { LANGUAGES, type Language } from '../../shared/contract/app.ts';
import { AccountDot } from '../components/account-badge.tsx';
import { useActiveAccountRecord } from '../components/use-accounts.ts';
import { useUnread } from '../components/use-unread.ts';
import { LANGUAGE_NAMES } from '../i18n/language-names.ts';
import { useLanguage, useTexts, type Translate } from '../i18n/context.tsx';
import { useAppearance, type Theme } from '../stores/appearance.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { formatKey } from '../components/shortcuts.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export function TopBar() {
  const t = useTexts('common');
  const navigate = useNavigate();
  return (
    <TopNavigation
      identity={{
        href: '#/',
        title: t('app.name'),
        onFollow: (event) => {
          event.preventDefault();
          void navigate('/');
        },
      }}
      utilities={[
        useAccountUtility(t),
        useInboxUtility(),
        useLanguageUtility(t),
        useThemeUtility(t),
        useShortcutsUtility(t),
      ]}
      i18nStrings={{ overflowMenuTriggerText: t('frame.more'), overflowMenuTitleText: t('frame.more') }}
    />
  );
}

function useAccountUtility(t: Translate): TopNavigationProps.Utility {
  const account = useActiveAccountRecord();
  const { show } = useDialogs();
  const name = account?.name ?? t('account.all');
  return {
    type: 'button',
    text: name,
    ariaLabel: t('account.switchFrom', { name, keys: `${formatKey('Mod')}+K` }),
    disableUtilityCollapse: true,
    disableTextCollapse: true,
    onClick: () => show('account-switcher'),
    ...(account ? { iconSvg: <AccountDot colour={account.colour} /> } : { iconName: 'multiscreen' as const }),
  };
}

function useInboxUtility(): TopNavigationProps.Utility {
  const inbox = useTexts('inbox');
  const navigate = useNavigate();
  const unread = useUnread();
  return {
    type: 'button',
    iconName: 'notification',
    badge: unread > 0,
    title: inbox('title'),
    ariaLabel: unread > 0 ? inbox('badge.label', { count: unread }) : inbox('badge.none'),
    onClick: () => void navigate('/inbox'),
  };
}

function useLanguageUtility(t: Translate): TopNavigationProps.Utility {
  const language = useLanguage();
  const { setLanguage } = useAppearance();
  return {
    type: 'menu-dropdown',
    text: LANGUAGE_NAMES[language],
    ariaLabel: t('language.label', { name: LANGUAGE_NAMES[language] }),
    iconName: 'globe',
    items: LANGUAGES.map((id) => ({
      id,
      text: LANGUAGE_NAMES[id],
      itemType: 'checkbox' as const,
      checked: id === language,
    })),
    onItemClick: ({ detail }) => setLanguage(detail.id as Language),
  };
}

function useThemeUtility(t: Translate): TopNavigationProps.Utility {
  const { theme, setTheme } = useAppearance();
  return {
    type: 'menu-dropdown',
    ariaLabel: t('theme.label', { name: t(`theme.${theme}`) }),
    title: t('theme.title'),
    iconName: 'settings',
    items: THEMES.map((id) => ({ id, text: t(`theme.${id}`), itemType: 'checkbox' as const, checked: id === theme })),
    onItemClick: ({ detail }) => setTheme(detail.id as Theme),
  };
}

function useShortcutsUtility(t: Translate): TopNavigationProps.Utility {
  const { show } = useDialogs();
  return {
    type: 'button',
    ariaLabel: t('shortcuts.title'),
    title: t('shortcuts.title'),
    iconName: 'keyboard',
    onClick: () => show('shortcuts'),
  };
}

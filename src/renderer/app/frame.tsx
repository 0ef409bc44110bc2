/** The frame around every page: top bar, navigation, notices, breadcrumbs, page, help. */
import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { useAppearance } from '../stores/appearance.ts';
import { usePageProperty } from '../stores/page.ts';
import { AccountStripe } from './account-stripe.tsx';
import { ConnectionGuard } from './connection-guard.tsx';
import { Dialogs } from './dialogs.tsx';
import { HelpContent } from './help-content.tsx';
import { Notifications } from './notifications.tsx';
import { PageLoading } from '../components/page-loading.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useKeepActiveAccountValid } from './use-keep-active-account-valid.ts';

export function Frame() {
  const t = useTexts('common');
  const { helpPanelOpen, setHelpPanelOpen } = useAppearance();
  const [navigationOpen, setNavigationOpen] = useState(true);
  const help = usePageProperty('help');
  const contentType = usePageProperty('contentType') ?? 'default';
  useWindowTitle();
  useKeepActiveAccountValid();
  useAnnouncements();
  return (
    <>
      <a className="skip-link" href="#main-content" onClick={focusContent}>
        {t('frame.skip')}
      </a>
      <div id="top" className="frame-top">
        <TopBar />
        <AccountStripe />
        <PracticeBanner />
      </div>
      <AppLayout
        headerSelector="#top"
        contentType={contentType}
        navigation={<SideMenu />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        notifications={<Notifications />}
        stickyNotifications
        breadcrumbs={<Breadcrumbs />}
        tools={help ? <HelpContent source={help} /> : null}
        toolsHide={!help}
        toolsOpen={help !== undefined && helpPanelOpen}
        onToolsChange={({ detail }) => setHelpPanelOpen(detail.open)}
        ariaLabels={{
          navigation: t('frame.navigation'),
          navigationClose: t('frame.navigationClose'),
          navigationToggle: t('frame.navigationOpen'),
          notifications: t('frame.notifications'),
          tools: t('frame.help'),
          toolsClose: t('frame.helpClose'),
          toolsToggle: t('frame.helpOpen'),
        }}
        content={
          <div id="main-content" tabIndex={-1}>
            <ConnectionGuard>
              <Suspense fallback={<PageLoading />}>
                <Outlet />
              </Suspense>
            </ConnectionGuard>
          </div>
        }
      />
      <Dialogs />
    </>
  );
}

/** Not a plain jump: the address after `#` belongs to the router. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main-content')?.focus();
}

function useWindowTitle(): void {
  const t = useTexts('common');
  const title = usePageProperty('title');
  useEffect(() => {
    document.title = title ? `${title} – ${t('app.name')}` : t('app.name');
  }, [title, t]);
}

function Breadcrumbs() {
  const t = useTexts('common');
  const navigate = useNavigate();
  const crumbs = usePageProperty('breadcrumbs') ?? [];
  if (crumbs.length < 2) return null;
  return (
    <BreadcrumbGroup
      ariaLabel={t('frame.breadcrumbs')}
      items={crumbs.map(({ text, to }) => ({ text, href: `#${to}` }))}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href.slice(1));
      }}
    />
  );
}

/** The lists of the history and the reports over them side by side, each at an address of its own. */
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../i18n/context.tsx';
import { CALLS_PATH, HISTORY_PATH, REPORTS_PATH } from './paths.ts';

const TABS = { changes: HISTORY_PATH, calls: CALLS_PATH, reports: REPORTS_PATH } as const;
type TabId = keyof typeof TABS;
const IDS: readonly TabId[] = ['changes', 'calls', 'reports'];

export function HistoryTabs({ active, children }: { active: TabId; children: ReactNode }) {
  const t = useTexts('history');
  const navigate = useNavigate();
  return (
    <Tabs
      activeTabId={active}
      ariaLabel={t('tabs')}
      tabs={IDS.map((id) => ({
        id,
        label: t(`tab.${id}`),
        href: `#${TABS[id]}`,
        content: id === active ? children : null,
      }))}
      onChange={({ detail }) => void navigate(TABS[detail.activeTabId as TabId])}
    />
  );
}

/** The head of a page about one record of Partner Central: its catalog, its name, how fresh it is, what can be done, and reading it anew. */
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import type { ReadAnew } from '../bridge/use-read-anew.ts';
import { AppErrorView } from './app-error-view.tsx';
import { AsOf } from './as-of.tsx';
import { CatalogBanner } from './partner-catalog.tsx';
import { PermittedButton } from './permitted-button.tsx';

interface PartnerRecordHeadProps {
  readonly record: {
    readonly account: string;
    readonly catalog: PartnerCatalog;
    readonly id: string;
    readonly title: string | null;
    readonly readAt: string | null;
  };
  /** Buttons before the one that reads anew. */
  readonly actions: ReactNode;
  readonly refresh: ReadAnew;
  readonly refreshText: string;
  /** IAM action that reading needs. */
  readonly readAction: string;
}

export function PartnerRecordHead({ record, actions, refresh, refreshText, readAction }: PartnerRecordHeadProps) {
  return (
    <SpaceBetween size="l">
      <CatalogBanner catalog={record.catalog} />
      <Header
        variant="h1"
        description={<AsOf at={record.readAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            {actions}
            <PermittedButton
              account={record.account}
              actions={[readAction]}
              iconName="refresh"
              loading={refresh.isPending}
              onClick={refresh.start}
            >
              {refreshText}
            </PermittedButton>
          </SpaceBetween>
        }
      >
        {record.title || record.id}
      </Header>
      {refresh.error && <AppErrorView error={refresh.error} onRetry={refresh.start} />}
    </SpaceBetween>
  );
}

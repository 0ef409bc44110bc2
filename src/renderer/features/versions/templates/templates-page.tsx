/** The templates of this machine: start a draft from one, rename, save as a file, remove; take in files. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useState } from 'react';
import type { Template } from '../../../../shared/domain/version/template.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { useExportFile } from '../use-export-file.ts';
import { ImportFileDialog } from './import-file-dialog.tsx';
import { RemoveTemplateDialog, RenameTemplateDialog } from './template-dialogs.tsx';
import { StartTemplateDialog } from './start-template-dialog.tsx';

const NONE: readonly Template[] = [];

type Open = { readonly kind: 'import' } | { readonly kind: 'start' | 'rename' | 'remove'; readonly template: Template };

export function TemplatesPage() {
  const t = useTexts('templates');
  const { data, error, isPending, refetch } = useCallQuery('templates.list', {});
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  usePage({
    title: t('title'),
    breadcrumbs: [{ text: t('title'), to: '/templates' }],
    contentType: 'table',
    help: { topic: 'templates', key: 'help' },
  });
  const columns = useColumns(setOpen);
  const { items, filterProps, collectionProps } = useCollection(data?.templates ?? NONE, {
    filtering: {
      noMatch: t('noMatch'),
      empty: <EmptyState title={t('empty.title')} body={t('empty.body')} />,
    },
    sorting: { defaultState: { sortingColumn: { sortingField: 'name' } } },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Table
        {...collectionProps}
        variant="full-page"
        items={items}
        trackBy="id"
        loading={isPending}
        loadingText={t('loading')}
        columnDefinitions={columns}
        header={
          <Header
            variant="h1"
            description={t('description')}
            counter={data ? `(${data.templates.length})` : ''}
            actions={<Button onClick={() => setOpen({ kind: 'import' })}>{t('import.open')}</Button>}
          >
            {t('title')}
          </Header>
        }
        filter={<TextFilter {...filterProps} filteringPlaceholder={t('search')} filteringAriaLabel={t('search')} />}
      />
      {open?.kind === 'import' && <ImportFileDialog onClose={close} />}
      {open?.kind === 'start' && <StartTemplateDialog template={open.template} onClose={close} />}
      {open?.kind === 'rename' && <RenameTemplateDialog template={open.template} onClose={close} />}
      {open?.kind === 'remove' && <RemoveTemplateDialog template={open.template} onClose={close} />}
    </>
  );
}

function useColumns(onOpen: (open: Open) => void): TableProps.ColumnDefinition<Template>[] {
  const t = useTexts('templates');
  const format = useFormat();
  const exportFile = useExportFile();
  return [
    { id: 'name', header: t('column.name'), sortingField: 'name', isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'product',
      header: t('column.product'),
      sortingField: 'productTitle',
      cell: ({ productTitle }) => productTitle ?? '–',
    },
    { id: 'asks', header: t('column.asks'), cell: (template) => <Asks template={template} /> },
    {
      id: 'updatedAt',
      header: t('column.updatedAt'),
      sortingField: 'updatedAt',
      cell: ({ updatedAt }) => format.instant(updatedAt),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      cell: (template) => (
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            ariaLabel={t('startNamed', { name: template.name })}
            onClick={() => onOpen({ kind: 'start', template })}
          >
            {t('start.open')}
          </Button>
          <ButtonDropdown
            variant="icon"
            ariaLabel={t('moreNamed', { name: template.name })}
            expandToViewport
            items={[
              { id: 'rename', text: t('rename.open') },
              { id: 'file', text: t('export') },
              { id: 'remove', text: t('remove.open') },
            ]}
            onItemClick={({ detail }) => {
              if (detail.id === 'file') exportFile({ kind: 'template', id: template.id });
              else onOpen({ kind: detail.id === 'rename' ? 'rename' : 'remove', template });
            }}
          />
        </SpaceBetween>
      ),
    },
  ];
}

/** What the form will ask for. */
function Asks({ template: { asksBuyers, hasRelativeDates, asked } }: { template: Template }) {
  const t = useTexts('templates');
  const format = useFormat();
  const parts = [
    ...(asksBuyers ? [t('asks.buyers')] : []),
    ...(hasRelativeDates ? [t('asks.date')] : []),
    ...(asked.length > 0 ? [t('asks.prices', { count: asked.length })] : []),
  ];
  return parts.length > 0 ? format.list(parts) : t('asks.nothing');
}

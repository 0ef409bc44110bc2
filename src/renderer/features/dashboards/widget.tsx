/** One widget: its title, a chart where there is something to draw, the table behind it, and the table as a file. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { DashboardWidget } from '../../../shared/contract/dashboards.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { Exporting } from './use-export.ts';
import { useExportWidget } from './use-export-widget.ts';

interface TableOf<T> {
  readonly items: readonly T[];
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly keyOf: (item: T) => string;
  readonly chart?: ReactNode;
  /** What to do where there is nothing yet. */
  readonly empty: ReactNode;
}

export function Widget<T>({ name, ...table }: TableOf<T> & { readonly name: DashboardWidget }) {
  const t = useTexts('dashboards');
  const exporting = useExportWidget(name);
  const texts = { title: t(`widget.${name}.title`), says: t(`widget.${name}.says`) };
  return <WidgetBox {...table} {...texts} exporting={exporting} />;
}

interface WidgetBoxProps<T> extends TableOf<T> {
  readonly title: string;
  readonly says: string;
  readonly exporting: Exporting;
}

export function WidgetBox<T>({ title, says, exporting, items, columns, keyOf, chart, empty }: WidgetBoxProps<T>) {
  const t = useTexts('dashboards');
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={says}
          actions={
            <Button
              iconName="download"
              variant="icon"
              ariaLabel={t('export', { title })}
              loading={exporting.isPending}
              disabled={items.length === 0}
              onClick={exporting.start}
            />
          }
        >
          {title}
        </Header>
      }
    >
      {items.length === 0 ? (
        <Box color="text-body-secondary">{empty}</Box>
      ) : (
        <SpaceBetween size="s">
          {chart}
          <Table
            variant="embedded"
            contentDensity="compact"
            items={items}
            trackBy={keyOf}
            columnDefinitions={columns}
            ariaLabels={{ tableLabel: title }}
          />
        </SpaceBetween>
      )}
    </Container>
  );
}

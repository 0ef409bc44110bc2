/** What AWS holds otherwise than it was meant, field by field. */
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function Differences({ change: { differences } }: { change: Change }) {
  const t = useTexts('wizard');
  if (differences === null || differences.length === 0) return null;
  return (
    <Table
      variant="embedded"
      header={<Header variant="h3">{t('differences.title')}</Header>}
      items={differences}
      columnDefinitions={[
        { id: 'path', header: t('differences.path'), isRowHeader: true, cell: ({ path }) => path },
        { id: 'meant', header: t('differences.meant'), cell: ({ meant }) => show(meant) },
        { id: 'found', header: t('differences.found'), cell: ({ found }) => show(found) },
      ]}
    />
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

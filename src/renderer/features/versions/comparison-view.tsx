/** Two versions side by side: what differs first, what is the same on request, all of it as text to copy. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SideInfo } from '../../../shared/contract/versions.ts';
import type { ComparedRow } from '../../../shared/domain/version/version.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { useSideOption } from './side-picker.tsx';
import { useRowTexts, type RowTexts } from './use-row-texts.ts';

export function ComparisonView({ before, after }: { before: SideInfo; after: SideInfo }) {
  const t = useTexts('versions');
  const common = useTexts('common');
  const toOption = useSideOption();
  const { data, error, refetch } = useCallQuery('versions.compare', { before: before.side, after: after.side });
  const texts = useRowTexts();
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const differences = data.rows.filter(({ change }) => change !== 'same');
  const same = data.rows.filter(({ change }) => change === 'same');
  const heads = { before: toOption(before).label, after: toOption(after).label };
  return (
    <SpaceBetween size="l">
      {data.termsOnly && <Alert type="info">{t('termsOnly')}</Alert>}
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${differences.length})`}
            actions={
              <CopyToClipboard
                copyButtonText={t('copyText')}
                copyButtonAriaLabel={t('copyText')}
                textToCopy={toText(differences, texts, heads, t('none'))}
                copySuccessText={common('copied')}
                copyErrorText={common('copyFailed')}
              />
            }
          >
            {t('differences')}
          </Header>
        }
      >
        {differences.length === 0 ? (
          <Box color="text-body-secondary">{t('none')}</Box>
        ) : (
          <ComparisonTable rows={differences} texts={texts} {...heads} label={t('differences')} />
        )}
      </Container>
      <ExpandableSection variant="container" headerText={t('same')} headerCounter={`(${same.length})`}>
        <ComparisonTable rows={same} texts={texts} {...heads} label={t('same')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

const SIGNS = { added: '+', removed: '-', changed: '~', same: ' ' } as const;

function toText(
  rows: readonly ComparedRow[],
  texts: RowTexts,
  heads: { before: string; after: string },
  none: string,
): string {
  const lines = rows.map((row) => {
    const values = [texts.value(row, 'before'), texts.value(row, 'after')].map((value) => value ?? '–');
    return `${SIGNS[row.change]} ${texts.label(row)}: ${values.join(' → ')}`;
  });
  return [`${heads.before} → ${heads.after}`, '', ...(lines.length > 0 ? lines : [none]), ''].join('\n');
}

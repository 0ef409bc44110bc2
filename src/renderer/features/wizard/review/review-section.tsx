/** One step of the review, with a way back to it. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isDuration } from '../../../../shared/domain/dates/duration.ts';
import type { ReviewLine, ReviewSection } from '../../../../shared/domain/offer/wizard/review.ts';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { AmountTable } from './amount-table.tsx';
import { ReviewText } from './review-text.tsx';
import { ScheduleReview } from './schedule-review.tsx';

const isTable = ({ value }: ReviewLine) => ['amounts', 'quantities', 'schedule'].includes(value.kind);

/** The steps and lines of any draft; those of authorizations bring labels of their own, which begin with a colon. */
type AnySection = Omit<ReviewSection, 'step'> & { readonly step: string };

export function ReviewSectionView({ section: { step, lines } }: { section: AnySection }) {
  const t = useTexts('wizard');
  const { goTo, titleOf } = useEditor();
  const label = useLineLabel();
  const name = titleOf(step);
  const pairs = lines.filter((line) => !isTable(line));
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button ariaLabel={t('review.editNamed', { step: name })} onClick={() => goTo(lines[0]?.path ?? step)}>
              {t('review.edit')}
            </Button>
          }
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {pairs.length > 0 && (
          <KeyValuePairs
            columns={3}
            items={pairs.map((line) => ({ label: label(line), value: <ReviewText value={line.value} /> }))}
          />
        )}
        {lines.filter(isTable).map((line) => (
          <ReviewTable key={line.path} line={line} title={label(line)} />
        ))}
      </SpaceBetween>
    </Container>
  );
}

function ReviewTable({ line: { value }, title }: { line: ReviewLine; title: string }) {
  if (value.kind === 'amounts' || value.kind === 'quantities') {
    return <AmountTable title={title} rows={value.rows} isMoney={value.kind === 'amounts'} />;
  }
  return <ScheduleReview title={title} />;
}

function useLineLabel(): (line: ReviewLine) => string {
  const t = useTexts('wizard');
  const any = useAnyText();
  const format = useFormat();
  return ({ label, params = {} }) => {
    if (label.startsWith(':')) return any(`authorizations:review.${label.slice(1)}`);
    const { duration } = params;
    const shown = duration !== undefined && isDuration(duration) ? { duration: format.duration(duration) } : params;
    return t(`review.label.${label}`, shown);
  };
}

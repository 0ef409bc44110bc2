/** One value of the review as text; what is missing is said, never left blank. */
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReviewValue } from '../../../../shared/domain/offer/wizard/review.ts';
import { useAnyText, useFormat, useLanguage, useTexts } from '../../../i18n/context.tsx';

export function ReviewText({ value }: { value: ReviewValue }) {
  const t = useTexts('wizard');
  const text = useReviewText()(value);
  if (text === '') return <StatusIndicator type="pending">{t('review.empty')}</StatusIndicator>;
  return <Box>{text}</Box>;
}

function useReviewText(): (value: ReviewValue) => string {
  const t = useTexts('wizard');
  const any = useAnyText();
  const format = useFormat();
  const language = useLanguage();
  return (value) => {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'texts':
        return format.list(value.texts);
      case 'countries': {
        const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
        return format.list(value.codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code)));
      }
      case 'key':
        return value.key.includes(':') ? any(value.key) : t(value.key);
      case 'date':
        return format.date(value.date);
      case 'duration':
        return format.duration(value.duration);
      case 'amounts':
      case 'quantities':
      case 'schedule':
        return '';
    }
  };
}

/** What becomes different for everybody who buys: each value as it is at AWS and as it is to be. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { compareSides } from '../../../../shared/domain/version/compare.ts';
import { toOfferForm } from '../../../../shared/domain/version/offer-form.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ComparisonTable } from '../../versions/comparison-table.tsx';
import { useRowTexts } from '../../versions/use-row-texts.ts';
import { useEditor } from '../editor/context.ts';
import { useHeldOffer } from '../editor/use-held-offer.ts';

export function PublicChanges() {
  const t = useTexts('wizard');
  const texts = useRowTexts();
  const { draft, accountKey, product } = useEditor();
  const held = useHeldOffer(accountKey, draft, product);
  if (!held) return null;
  const side = (of: typeof draft) => ({ entries: toOfferForm(of), termsOnly: false });
  const rows = compareSides(side(held), side(draft)).rows.filter(({ change }) => change !== 'same');
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${rows.length})`} description={t('public.changesSay')}>
          {t('public.changes')}
        </Header>
      }
    >
      {rows.length === 0 ? (
        <Box color="text-body-secondary">{t('public.noChanges')}</Box>
      ) : (
        <ComparisonTable
          rows={rows}
          texts={texts}
          before={t('public.now')}
          after={t('public.then')}
          label={t('public.changes')}
        />
      )}
    </Container>
  );
}

/** How a channel partner prices: a percentage on everything it inherits, or amounts of its own. Never both. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { isAmount, sumAmounts } from '../../../../shared/domain/money/amount.ts';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import { markedUpRows, type MarkedUpRow } from '../../../../shared/domain/offer/marked-up.ts';
import { canPriceFreely, resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { marginPath } from '../../../components/margin-path.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { NumberField } from '../terms/number-field.tsx';

export function ResalePrices() {
  const t = useTexts('channel');
  const { draft, dispatch } = useEditor();
  const resale = resaleOf(draft);
  if (!resale) return null;
  const mayChoose = (resale.received && canPriceFreely(resale.received)) || resale.ownPrices;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('price.title')}</Header>}>
        <SpaceBetween size="l">
          {mayChoose && (
            <RadioGroup
              ariaLabel={t('price.title')}
              value={resale.ownPrices ? 'own' : 'markup'}
              items={(['markup', 'own'] as const).map((value) => ({
                value,
                label: t(`price.${value}.label`),
                description: t(`price.${value}.description`),
              }))}
              onChange={({ detail }) => dispatch({ type: 'resale.ownPrices', own: detail.value === 'own' })}
            />
          )}
          {resale.ownPrices ? (
            <Box>{t('price.ownNext')}</Box>
          ) : (
            <NumberField
              path="markup"
              label={t('price.percent')}
              description={t('price.percentSays')}
              unit="%"
              value={draft.markup}
              onChange={(value) => dispatch({ type: 'text.set', field: 'markup', value })}
            />
          )}
          <RouteLink to={marginPath({ currency: draft.currency, markup: draft.markup, list: wholesaleOf(draft) })}>
            {t('price.margin')}
          </RouteLink>
        </SpaceBetween>
      </Container>
      {!resale.ownPrices && <Preview />}
    </SpaceBetween>
  );
}

/** What the partner owes in all; null where the buyer chooses. */
function wholesaleOf(draft: OfferDraft): string | null {
  const schedule = resaleOf(draft)?.received?.schedule ?? [];
  return schedule.length === 0
    ? null
    : sumAmounts(schedule.flatMap(({ amount }) => (isAmount(amount) ? [amount] : [])));
}

/** AWS does the rounding, so the result is shown as about. */
function Preview() {
  const t = useTexts('channel');
  const format = useFormat();
  const { draft } = useEditor();
  const nameOf = (row: MarkedUpRow) => {
    if (row.kind === 'charge') return t('price.charge', { date: format.date(row.key) });
    const name = resaleOf(draft)?.nameOf(row.key) ?? row.key;
    return row.duration === null ? name : `${name} (${format.duration(row.duration)})`;
  };
  return (
    <Table
      header={
        <Header variant="h2" description={t('price.previewSays')}>
          {t('price.preview')}
        </Header>
      }
      items={markedUpRows(draft)}
      columnDefinitions={[
        { id: 'name', header: t('price.what'), isRowHeader: true, cell: nameOf },
        { id: 'wholesale', header: t('price.wholesale'), cell: (row) => format.money(row.wholesale, draft.currency) },
        {
          id: 'retail',
          header: t('price.retail'),
          cell: ({ retail }) => (retail === null ? '-' : format.money(retail, draft.currency)),
        },
      ]}
      empty={t('price.none')}
    />
  );
}

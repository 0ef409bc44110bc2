/** What waits for a person. */
import type { Dashboard } from '../../../../shared/contract/dashboards.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { ATTENTION_LINKS } from '../links.ts';
import { Widget } from '../widget.tsx';

export function AttentionWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  return (
    <Widget
      name="attention"
      items={dashboard.attention}
      keyOf={({ kind }) => kind}
      empty={t('widget.attention.empty')}
      columns={[
        { id: 'what', header: t('column.what'), isRowHeader: true, cell: ({ kind }) => t(`attention.${kind}`) },
        {
          id: 'count',
          header: t('column.count'),
          cell: ({ kind, count }) => (
            <RouteLink
              to={ATTENTION_LINKS[kind] ?? '/'}
              ariaLabel={`${t(`attention.${kind}`)}: ${format.count(count)}`}
            >
              {format.count(count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}

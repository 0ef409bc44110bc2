/** The AWS products beside the opportunity: chosen from AWS's list by name, sent by identifier. What the list does not know stays as it is. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo } from 'react';
import type { AwsProduct } from '../../../../shared/domain/aws-product.ts';
import { ASSOCIATION_LIMITS } from '../../../../shared/domain/opportunity/picklists.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';

const TYPE = 'AwsProducts';
const LIMIT = ASSOCIATION_LIMITS[TYPE];
/** The whole of AWS's list, several times over. */
const WHOLE_LIST = 2000;

export function AwsProductsField({ disabled }: { disabled: boolean }) {
  const t = useTexts('opportunity-editor');
  const { draft, dispatch, touch } = useOpportunity();
  const { data } = useCallQuery('awsproducts.list', { pageSize: WHOLE_LIST }, { staleTime: Infinity });
  const chosen = useMemo(() => draft.associations.filter(({ type }) => type === TYPE), [draft.associations]);
  const known = useMemo(() => data?.items ?? [], [data]);
  const options = useMemo(() => toGroups(known, t('awsProducts.noFamily')), [known, t]);
  const optionOf = (id: string) => {
    const product = known.find((each) => each.id === id);
    return product
      ? toOption(product)
      : { value: id, label: id, ...(known.length > 0 ? { description: t('awsProducts.unlisted') } : {}) };
  };
  const change = (ids: readonly string[]) => {
    const removed = chosen.filter(({ id }) => !ids.includes(id));
    const added = ids
      .filter((id) => !chosen.some((each) => each.id === id))
      .slice(0, LIMIT - chosen.length + removed.length);
    for (const association of removed) dispatch({ type: 'disassociate', association });
    for (const id of added) {
      dispatch({ type: 'associate', association: { type: TYPE, id, name: optionOf(id).label } });
    }
    touch('associations');
  };
  const hasList = (data?.list ?? null) !== null;
  if (data && !hasList && chosen.length === 0) return <NoList />;
  return (
    <FormField
      label={t('awsProducts.label')}
      stretch
      constraintText={t('awsProducts.count', { count: chosen.length, max: LIMIT })}
      description={<ListAge />}
    >
      <Multiselect
        options={options}
        selectedOptions={chosen.map(({ id }) => optionOf(id))}
        disabled={disabled}
        filteringType="auto"
        virtualScroll
        placeholder={t('awsProducts.choose')}
        filteringPlaceholder={t('awsProducts.filter')}
        filteringAriaLabel={t('awsProducts.filter')}
        empty={t('awsProducts.empty')}
        noMatch={t('awsProducts.noMatch')}
        deselectAriaLabel={({ label }) => t('offerings.remove', { name: label ?? '' })}
        onChange={({ detail }) => change(detail.selectedOptions.flatMap(({ value }) => (value ? [value] : [])))}
      />
    </FormField>
  );
}

function ListAge() {
  const t = useTexts('opportunity-editor');
  const format = useFormat();
  const { data } = useCallQuery('awsproducts.list', { pageSize: WHOLE_LIST }, { staleTime: Infinity });
  if (!data?.list) return <>{t('awsProducts.noList')}</>;
  const { count, readAt } = data.list;
  return <>{t('awsProducts.age', { count, at: format.instant(readAt) })}</>;
}

/** Identifiers can be typed below; names need the list. */
function NoList() {
  const t = useTexts('opportunity-editor');
  const fetch = useCallMutation('awsproducts.fetch');
  return (
    <FormField label={t('awsProducts.label')} description={t('awsProducts.noList')} stretch>
      <SpaceBetween size="xs">
        {fetch.error && <AppErrorView error={fetch.error} />}
        <SpaceBetween direction="horizontal" size="m" alignItems="center">
          <Button iconName="download" loading={fetch.isPending} onClick={() => fetch.mutate({})}>
            {t('awsProducts.fetch')}
          </Button>
          <RouteLink to="/settings">{t('awsProducts.settings')}</RouteLink>
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  );
}

function toOption({ id, name, description }: AwsProduct) {
  return { value: id, label: name, labelTag: id, description };
}

/** As AWS groups them, each group by name. */
function toGroups(products: readonly AwsProduct[], noFamily: string) {
  const families = Map.groupBy(products, ({ family }) => family || noFamily);
  return [...families.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([label, members]) => ({ label, options: members.map(toOption) }));
}

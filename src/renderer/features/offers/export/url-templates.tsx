/** The address of an offer is put together from a template per product type, which a person may change. */
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Preferences } from '../../../../shared/contract/app.ts';
import { checkUrlTemplate, DEFAULT_URL_TEMPLATES } from '../../../../shared/domain/offer/url.ts';
import { PRODUCT_TYPES, type ProductType } from '../../../../shared/domain/product/product.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { callKey, featureKey } from '../../../bridge/query-keys.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function UrlTemplates() {
  const t = useTexts('offers');
  const { data } = useCallQuery('app.preferences.get', {});
  return (
    <ExpandableSection headerText={t('url.templates')} headerDescription={t('url.templatesSay')}>
      <SpaceBetween size="s">
        {data && PRODUCT_TYPES.map((type) => <TemplateField key={type} type={type} preferences={data} />)}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** Saved when the field is left, and only while it can give an address. */
function TemplateField({ type, preferences }: { type: ProductType; preferences: Preferences }) {
  const t = useTexts('offers');
  const save = useSaveTemplate();
  const kept = preferences.urlTemplates[type] ?? DEFAULT_URL_TEMPLATES[type];
  const [typed, setTyped] = useState(kept);
  const problem = checkUrlTemplate(typed);
  return (
    <FormField
      label={t(`productType.${type}`)}
      stretch
      errorText={problem === null ? '' : t(`url.problem.${problem}`)}
      secondaryControl={
        <Button
          disabled={typed === DEFAULT_URL_TEMPLATES[type]}
          onClick={() => {
            setTyped(DEFAULT_URL_TEMPLATES[type]);
            save(type, null);
          }}
        >
          {t('url.reset')}
        </Button>
      }
    >
      <Input
        value={typed}
        spellcheck={false}
        onChange={({ detail }) => setTyped(detail.value)}
        onBlur={() => {
          if (problem === null && typed !== kept) save(type, typed);
        }}
      />
    </FormField>
  );
}

function useSaveTemplate(): (type: ProductType, template: string | null) => void {
  const queries = useQueryClient();
  const set = useCallMutation('app.preferences.set');
  const key = callKey('app.preferences.get', {});
  return (type, template) => {
    const known = queries.getQueryData<Preferences>(key);
    if (!known) return;
    const { [type]: _replaced, ...others } = known.urlTemplates;
    set.mutate(
      { urlTemplates: template === null ? others : { ...others, [type]: template } },
      {
        onSuccess: (preferences) => {
          queries.setQueryData(key, preferences);
          // Addresses on screen were put together from the old one.
          void queries.invalidateQueries({ queryKey: featureKey('offers') });
        },
      },
    );
  };
}

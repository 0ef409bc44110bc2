/** The addresses at which buyers open offers, one template a product type. AWS documents no formula for them. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkUrlTemplate, DEFAULT_URL_TEMPLATES } from '../../../shared/domain/offer/url.ts';
import { PRODUCT_TYPES, type ProductType } from '../../../shared/domain/product/product.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { featureKey } from '../../bridge/query-keys.ts';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

type Templates = Readonly<Record<string, string>>;

export function UrlTemplatesPanel() {
  const t = useTexts('settings');
  const { data, error, refetch } = useCallQuery('app.preferences.get', {}, { staleTime: 0 });
  return (
    <Container
      header={
        <Header variant="h2" description={t('urls.description')}>
          {t('urls.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{t('urls.undocumented')}</Alert>
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {data ? <TemplatesForm saved={data.urlTemplates} /> : !error && <PageLoading />}
      </SpaceBetween>
    </Container>
  );
}

function TemplatesForm({ saved }: { saved: Templates }) {
  const t = useTexts('settings');
  const queries = useQueryClient();
  const showFlash = useShowFlash();
  const set = useCallMutation('app.preferences.set');
  const [edited, setEdited] = useState<Templates>({});
  const valueOf = (type: ProductType) => edited[type] ?? saved[type] ?? DEFAULT_URL_TEMPLATES[type];
  const problems = PRODUCT_TYPES.filter((type) => checkUrlTemplate(valueOf(type)) !== null);
  const isDirty = PRODUCT_TYPES.some((type) => valueOf(type) !== (saved[type] ?? DEFAULT_URL_TEMPLATES[type]));

  const save = () => {
    // A template equal to the default is not kept: a later version may know a better one.
    const own = PRODUCT_TYPES.filter((type) => valueOf(type) !== DEFAULT_URL_TEMPLATES[type]);
    set.mutate(
      { urlTemplates: Object.fromEntries(own.map((type) => [type, valueOf(type).trim()])) },
      {
        onSuccess() {
          setEdited({});
          showFlash({ id: 'urls-saved', kind: 'success', messageKey: 'settings:urls.saved' });
          void queries.invalidateQueries({ queryKey: featureKey('app') });
          void queries.invalidateQueries({ queryKey: featureKey('offers') });
        },
      },
    );
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (problems.length === 0) save();
      }}
    >
      <UnsavedGuard dirty={isDirty} />
      <SpaceBetween size="m">
        {PRODUCT_TYPES.map((type) => (
          <TemplateField
            key={type}
            type={type}
            value={valueOf(type)}
            onChange={(value) => setEdited((known) => ({ ...known, [type]: value }))}
          />
        ))}
        {set.error && <AppErrorView error={set.error} />}
        <Button variant="primary" loading={set.isPending} disabled={!isDirty}>
          {t('urls.save')}
        </Button>
      </SpaceBetween>
    </form>
  );
}

interface TemplateFieldProps {
  readonly type: ProductType;
  readonly value: string;
  onChange(value: string): void;
}

function TemplateField({ type, value, onChange }: TemplateFieldProps) {
  const t = useTexts('settings');
  const problem = checkUrlTemplate(value);
  const label = t(`urls.type.${type}`);
  return (
    <FormField stretch label={label} errorText={problem ? t(`urls.problem.${problem}`) : ''}>
      <SpaceBetween size="xxs">
        <Input value={value} spellcheck={false} onChange={({ detail }) => onChange(detail.value)} />
        {value !== DEFAULT_URL_TEMPLATES[type] && (
          <Button
            formAction="none"
            variant="inline-link"
            ariaLabel={t('urls.resetNamed', { type: label })}
            onClick={() => onChange(DEFAULT_URL_TEMPLATES[type])}
          >
            {t('urls.reset')}
          </Button>
        )}
      </SpaceBetween>
    </FormField>
  );
}

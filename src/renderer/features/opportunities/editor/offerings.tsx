/** What stands beside the opportunity: solutions, products and offers, found by name or given by id. */
import Autosuggest from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDeferredValue, useState } from 'react';
import type { Association } from '../../../../shared/domain/opportunity/draft.ts';
import { lockOf } from '../../../../shared/domain/opportunity/fields.ts';
import {
  ASSOCIATION_LIMITS,
  ASSOCIATION_TYPES,
  isAssociationId,
  type AssociationType,
} from '../../../../shared/domain/opportunity/picklists.ts';
import { toAppError } from '../../../components/app-error-view.tsx';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { SolutionStatus } from '../../../components/solution-status.tsx';
import { lastPart, useRelatedNames } from '../use-related-names.ts';
import { AwsProductsField } from './aws-products-field.tsx';
import { useOpportunity } from './context.ts';
import { FindingsOf } from './field.tsx';
import { useOfferingSearch } from './use-offering-search.ts';
import { usePickText } from './use-pick-text.ts';

export function Offerings() {
  const t = useTexts('opportunity-editor');
  const { standing } = useOpportunity();
  const lock = lockOf('associations', standing);
  return (
    <SpaceBetween size="m">
      <div data-path="associations">
        <FindingsOf path="associations" />
      </div>
      <AwsProductsField disabled={lock !== null} />
      <Chosen locked={lock !== null} />
      {lock ? <Box color="text-body-secondary">{t(`lock.${lock}`)}</Box> : <Add />}
    </SpaceBetween>
  );
}

function Chosen({ locked }: { locked: boolean }) {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { accountKey, draft, dispatch } = useOpportunity();
  // Products of AWS stand in their own field.
  const chosen = draft.associations.filter(({ type }) => type !== 'AwsProducts');
  const nameOf = useRelatedNames(accountKey, chosen);
  if (draft.associations.length > 0 && chosen.length === 0) return null;
  if (chosen.length === 0) return <Box color="text-body-secondary">{t('offerings.none')}</Box>;
  return (
    <ul className="plain-list">
      {chosen.map((association) => {
        const known = nameOf(association);
        const id = lastPart(association.id);
        const name = known.name || association.name || id;
        return (
          <li key={`${association.type} ${association.id}`}>
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <Box color="text-body-secondary">{pick('association', association.type)}</Box>
              <Box variant="strong">{name}</Box>
              <Box variant="code">{id}</Box>
              <SolutionStatus status={known.status} />
              <Button
                iconName="remove"
                variant="inline-icon"
                disabled={locked}
                ariaLabel={t('offerings.remove', { name })}
                onClick={() => dispatch({ type: 'disassociate', association })}
              />
            </SpaceBetween>
          </li>
        );
      })}
    </ul>
  );
}

function Add() {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const common = useTexts('common');
  const describe = useErrorTexts();
  const format = useFormat();
  const { account, draft, dispatch, touch } = useOpportunity();
  const [type, setType] = useState<AssociationType>('AwsMarketplaceProducts');
  const [text, setText] = useState('');
  const { offerings, isLoading, error, asOf, retry } = useOfferingSearch(account, type, useDeferredValue(text));
  const types = ASSOCIATION_TYPES.map((value) => ({ value, label: pick('association', value) }));
  const count = draft.associations.filter((entry) => entry.type === type).length;
  const full = count >= ASSOCIATION_LIMITS[type];

  function add(id: string): void {
    const wanted = id.trim();
    const found = offerings.find(({ value }) => value === wanted);
    // A part of a name is no ID: AWS would refuse it.
    if (full || (!found && !isAssociationId(type, wanted))) return;
    const name = found?.label ?? '';
    const association: Association = { type, id: wanted.slice(0, 255), name };
    dispatch({ type: 'associate', association });
    touch('associations');
    setText('');
  }

  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 4 } }, { colspan: { default: 12, s: 6 } }, { colspan: 2 }]}>
      <FormField label={t('offerings.type')}>
        <Select
          selectedOption={types.find(({ value }) => value === type) ?? null}
          options={types}
          onChange={({ detail }) => {
            const chosen = ASSOCIATION_TYPES.find((value) => value === detail.selectedOption.value);
            if (chosen) setType(chosen);
            setText('');
          }}
        />
      </FormField>
      <FormField
        label={t('offerings.which')}
        constraintText={
          full
            ? t('offerings.full', { max: ASSOCIATION_LIMITS[type] })
            : [
                t(`offerings.about.${type}`),
                ...(asOf === null ? [] : [t('offerings.asOf', { at: format.instant(asOf) })]),
              ].join(' – ')
        }
      >
        <Autosuggest
          value={text}
          disabled={full}
          options={offerings.map(({ value, label, description }) => ({ value, label, description }))}
          filteringType="manual"
          statusType={isLoading ? 'loading' : error ? 'error' : 'finished'}
          {...(error ? { errorText: describe(toAppError(error)).what, recoveryText: common('retry') } : {})}
          placeholder={t('offerings.search')}
          empty={t('offerings.noMatch')}
          hideEnteredTextOption={!isAssociationId(type, text)}
          enteredTextLabel={(entered) => t('offerings.use', { id: entered })}
          ariaLabel={t('offerings.which')}
          onChange={({ detail }) => setText(detail.value)}
          onLoadItems={({ detail }) => detail.samePage && retry()}
          onSelect={({ detail }) => add(detail.value)}
        />
      </FormField>
      <Box padding={{ top: 'xl' }}>
        <Button disabled={full || !isAssociationId(type, text)} onClick={() => add(text)}>
          {t('offerings.add')}
        </Button>
      </Box>
    </Grid>
  );
}

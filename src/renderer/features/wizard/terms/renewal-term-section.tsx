/** Automatic renewal: whether it is offered, how the price may rise, until when who may decide. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { paysInInstallments } from '../../../../shared/domain/offer/kinds.ts';
import type { RenewalTerm } from '../../../../shared/domain/offer/draft-terms.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { NumberField } from './number-field.tsx';
import { RenewalTemplate } from './renewal-template.tsx';

export function RenewalTermSection() {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const { renewalTerm } = draft;
  return (
    <Container header={<Header variant="h2">{t('section.renewalTerm')}</Header>}>
      <SpaceBetween size="l">
        <DraftField path="renewalTerm" description={t('renewalTerm.description')}>
          {() => (
            <Toggle
              checked={renewalTerm !== null}
              onChange={({ detail }) => {
                dispatch({ type: 'renewalTerm.offer', offered: detail.checked });
                touch('renewalTerm');
              }}
            >
              {t('renewalTerm.offer')}
            </Toggle>
          )}
        </DraftField>
        {renewalTerm && (
          <SpaceBetween size="l">
            <IncreaseFields increase={renewalTerm.priceIncrease} />
            <PeriodFields term={renewalTerm} />
            {(paysInInstallments(draft) || renewalTerm.template.charges.length > 0) && (
              <RenewalTemplate template={renewalTerm.template} />
            )}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

const KINDS = ['fixed', 'range'] as const;

function IncreaseFields({ increase }: { increase: RenewalTerm['priceIncrease'] }) {
  const t = useTexts('wizard');
  const { dispatch, touch } = useEditor();
  const members = increase.kind === 'fixed' ? (['value'] as const) : (['min', 'max', 'usual'] as const);
  return (
    <SpaceBetween size="m">
      <DraftField path="renewalTerm.priceIncrease.kind" label={t('renewalTerm.increase.label')}>
        {() => (
          <RadioGroup
            value={increase.kind === 'none' ? null : increase.kind}
            items={KINDS.map((kind) => ({
              value: kind,
              label: t(`renewalTerm.increase.${kind}.label`),
              description: t(`renewalTerm.increase.${kind}.description`),
            }))}
            onChange={({ detail }) => {
              const kind = KINDS.find((candidate) => candidate === detail.value);
              if (kind) dispatch({ type: 'renewalTerm.increase', patch: { kind } });
              touch('renewalTerm.priceIncrease.kind');
            }}
          />
        )}
      </DraftField>
      {increase.kind !== 'none' && (
        <ColumnLayout columns={3}>
          {members.map((member) => (
            <NumberField
              key={member}
              path={`renewalTerm.priceIncrease.${member}`}
              label={t(`renewalTerm.increase.${member}`)}
              unit="%"
              value={increase[member]}
              onChange={(value) => dispatch({ type: 'renewalTerm.increase', patch: { [member]: value } })}
            />
          ))}
        </ColumnLayout>
      )}
    </SpaceBetween>
  );
}

function PeriodFields({ term }: { term: RenewalTerm }) {
  const t = useTexts('wizard');
  const { dispatch } = useEditor();
  const needsDeadline = term.priceIncrease.kind === 'range' || term.adjustmentDays !== '';
  return (
    <ColumnLayout columns={3}>
      {needsDeadline && (
        <NumberField
          path="renewalTerm.adjustmentDays"
          label={t('renewalTerm.adjustment.label')}
          description={t('renewalTerm.adjustment.description')}
          unit={t('renewalTerm.days')}
          value={term.adjustmentDays}
          onChange={(adjustmentDays) => dispatch({ type: 'renewalTerm.set', patch: { adjustmentDays } })}
        />
      )}
      <NumberField
        path="renewalTerm.lockoutDays"
        label={t('renewalTerm.lockout.label')}
        description={t('renewalTerm.lockout.description')}
        unit={t('renewalTerm.days')}
        value={term.lockoutDays}
        onChange={(lockoutDays) => dispatch({ type: 'renewalTerm.set', patch: { lockoutDays } })}
      />
      <NumberField
        path="renewalTerm.maxRenewals"
        label={t('renewalTerm.max.label')}
        description={t('renewalTerm.max.description')}
        placeholder={t('renewalTerm.unlimited')}
        value={term.maxRenewals}
        onChange={(maxRenewals) => dispatch({ type: 'renewalTerm.set', patch: { maxRenewals } })}
      />
    </ColumnLayout>
  );
}

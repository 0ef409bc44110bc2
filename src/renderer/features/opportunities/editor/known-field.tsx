/** A field of the record by its path alone: the table says which control it has. */
import type { ReactNode } from 'react';
import { PICKLIST_OF } from '../../../../shared/domain/opportunity/lint/field-rules.ts';
import { getAt } from '../../../../shared/domain/opportunity/record.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import {
  ChoiceControl,
  ChoicesControl,
  CountryControl,
  DateControl,
  LongTextControl,
  StateControl,
  TextControl,
} from './controls.tsx';
import { OpportunityField, type ControlProps } from './field.tsx';

const CONTROLS: Readonly<Record<string, (control: ControlProps) => ReactNode>> = {
  'customer.account.address.countryCode': CountryControl,
  'customer.account.address.stateOrRegion': StateControl,
  'project.customerBusinessProblem': LongTextControl,
  'project.additionalComments': LongTextControl,
  'lifeCycle.nextSteps': LongTextControl,
  'lifeCycle.targetCloseDate': DateControl,
  'softwareRevenue.effectiveDate': DateControl,
  'softwareRevenue.expirationDate': DateControl,
};

const DESCRIBED: ReadonlySet<string> = new Set([
  'customer.account.awsAccountId',
  'customer.account.duns',
  'nationalSecurity',
  'project.awsPartition',
  'project.expectedContractDuration',
  'project.customerBusinessProblem',
  'project.otherSolutionDescription',
  'partnerOpportunityIdentifier',
  'primaryNeedsFromAws',
]);

export function KnownField({ path, stretch }: { path: string; stretch?: boolean }) {
  const t = useTexts('opportunity-editor');
  const { draft } = useOpportunity();
  const list = path === 'project.apnPrograms' ? 'apnProgram' : PICKLIST_OF[path];
  const isList = Array.isArray(getAt(draft, path));
  const Control = CONTROLS[path] ?? TextControl;
  return (
    <OpportunityField
      path={path}
      {...(stretch !== undefined && { stretch })}
      description={DESCRIBED.has(path) ? t(`about.${path}`) : undefined}
    >
      {(control) => {
        if (list && isList) return <ChoicesControl {...control} list={list} />;
        if (list) return <ChoiceControl {...control} list={list} />;
        return <Control {...control} />;
      }}
    </OpportunityField>
  );
}

/** Narrows the sync log: by text, direction, status, purpose, service, level and period. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CallFilter } from '../../../shared/contract/history-calls.ts';
import { CALL_DIRECTIONS, CALL_STATUSES, readPurposeId } from '../../../shared/domain/sync/call.ts';
import { FilterInput } from '../../components/filter-input.tsx';
import type { ListAddress } from '../../components/use-list-address.ts';
import { useTexts } from '../../i18n/context.tsx';
import { LabelledChoice } from './choice-filter.tsx';
import { PeriodField } from './period-filter.tsx';
import { LEVELS } from './use-call-filter.ts';
import { usePurposeText } from './use-purpose-text.ts';

const GRID = [
  { colspan: { default: 12, m: 6, l: 4 } },
  ...Array.from({ length: 4 }, () => ({ colspan: { default: 6, m: 3, l: 2 } as const })),
  ...Array.from({ length: 4 }, () => ({ colspan: { default: 6, m: 3, l: 3 } as const })),
];

interface CallFilterBarProps {
  readonly address: ListAddress;
  readonly filter: CallFilter;
  readonly services: readonly string[];
  readonly purposes: readonly string[];
}

export function CallFilterBar({ address, filter, services, purposes }: CallFilterBarProps) {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const purposeText = usePurposeText();
  const toLevel = (level: CallFilter['level']) => ({ value: level, label: t(`level.${level}`) });
  return (
    <SpaceBetween size="xs">
      <Grid gridDefinition={GRID}>
        <FormField label={t('filter.text')}>
          <FilterInput label={t('filter.textHint')} value={filter.text} onChange={(text) => address.set({ text })} />
        </FormField>
        <LabelledChoice
          address={address}
          name="direction"
          label={t('column.direction')}
          options={CALL_DIRECTIONS}
          chosen={filter.directions}
          labelOf={(direction) => t(`direction.${direction}`)}
        />
        <LabelledChoice
          address={address}
          name="status"
          label={t('column.status')}
          options={CALL_STATUSES}
          chosen={filter.statuses}
          labelOf={(status) => t(`status.${status}`)}
        />
        <PeriodField address={address} name="from" />
        <PeriodField address={address} name="to" />
        <LabelledChoice
          address={address}
          name="purpose"
          label={t('column.purpose')}
          options={purposes}
          chosen={filter.purposes}
          labelOf={(id) => purposeText(readPurposeId(id))}
        />
        <LabelledChoice
          address={address}
          name="service"
          label={t('column.service')}
          options={services}
          chosen={filter.services}
          labelOf={(service) => history(`service.${service}`)}
        />
        <FormField label={t('filter.level')}>
          <Select
            selectedOption={toLevel(filter.level)}
            options={LEVELS.map(toLevel)}
            onChange={({ detail }) => address.set({ level: detail.selectedOption.value ?? null })}
          />
        </FormField>
      </Grid>
      <Limits address={address} filter={filter} />
    </SpaceBetween>
  );
}

/** What the list was opened for, and the way back to all of it. */
function Limits({ address, filter }: Pick<CallFilterBarProps, 'address' | 'filter'>) {
  const t = useTexts('sync-log');
  const limits = [
    ...(filter.changeId === null ? [] : [{ name: 'change', text: t('only.change') }]),
    ...(filter.runId === null ? [] : [{ name: 'run', text: t('only.run') }]),
    ...(filter.entityId === null ? [] : [{ name: 'entity', text: t('only.entity', { id: filter.entityId }) }]),
    ...(filter.throttled ? [{ name: 'throttled', text: t('only.throttled') }] : []),
  ];
  if (limits.length === 0) return null;
  return (
    <SpaceBetween direction="horizontal" size="m">
      {limits.map(({ name, text }) => (
        <Button key={name} variant="inline-link" onClick={() => address.set({ [name]: null })}>
          {text}
        </Button>
      ))}
    </SpaceBetween>
  );
}

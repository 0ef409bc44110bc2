/** The payment schedule of a renewed agreement, as shares at distances from its start. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { RenewalTerm, TemplateCharge } from '../../../../shared/domain/offer/draft-terms.ts';
import { templateFromSchedule } from '../../../../shared/domain/offer/wizard/renewal-template.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { ListFindings } from '../editor/list-findings.tsx';

const PATH = 'renewalTerm.template.charges';
const EMPTY: TemplateCharge = { offset: '', percentage: '', dayOfMonth: '' };

export function RenewalTemplate({ template }: { template: RenewalTerm['template'] }) {
  const t = useTexts('wizard');
  const { draft, dispatch, touch } = useEditor();
  const set = (patch: Partial<RenewalTerm['template']>) =>
    dispatch({ type: 'renewalTerm.set', patch: { template: { ...template, ...patch } } });
  const made = templateFromSchedule(draft.installments.schedule);
  return (
    <div data-path={PATH}>
      <SpaceBetween size="s">
        <Box variant="h3">{t('renewalTemplate.title')}</Box>
        <Box color="text-body-secondary">{t('renewalTemplate.description')}</Box>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <SegmentedControl
            label={t('renewalTemplate.unit.label')}
            selectedId={template.unit}
            options={(['months', 'days'] as const).map((id) => ({ id, text: t(`renewalTemplate.unit.${id}`) }))}
            onChange={({ detail }) => set({ unit: detail.selectedId === 'days' ? 'days' : 'months' })}
          />
          <Button
            disabled={made === null}
            disabledReason={t('renewalTemplate.scheduleIncomplete')}
            onClick={() => {
              if (made) set(made);
              touch(PATH);
            }}
          >
            {t('renewalTemplate.fromSchedule')}
          </Button>
        </SpaceBetween>
        <ListFindings path={PATH} isShownElsewhere={(path) => path !== PATH} />
        <Charges template={template} set={set} />
      </SpaceBetween>
    </div>
  );
}

interface ChargesProps {
  readonly template: RenewalTerm['template'];
  set(patch: Partial<RenewalTerm['template']>): void;
}

function Charges({ template: { unit, charges }, set }: ChargesProps) {
  const t = useTexts('wizard');
  const members: (keyof TemplateCharge)[] =
    unit === 'months' ? ['offset', 'percentage', 'dayOfMonth'] : ['offset', 'percentage'];
  const edit = (index: number, member: keyof TemplateCharge, value: string) =>
    set({
      charges: charges.map((charge, at) => (at === index ? { ...charge, [member]: value.slice(0, 40) } : charge)),
    });
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={charges.map((charge, index) => ({ charge, index }))}
      trackBy={({ index }) => String(index)}
      ariaLabels={{ tableLabel: t('renewalTemplate.title') }}
      empty={t('renewalTemplate.empty')}
      columnDefinitions={[
        ...members.map((member) => ({
          id: member,
          header: t(`renewalTemplate.${member}.${unit}`),
          cell: ({ charge, index }: ChargeRow) => (
            <ChargeCell
              path={`${PATH}.${index}.${member}`}
              value={charge[member]}
              label={t('renewalTemplate.cell', {
                column: t(`renewalTemplate.${member}.${unit}`),
                number: index + 1,
              })}
              onChange={(value) => edit(index, member, value)}
            />
          ),
        })),
        {
          id: 'remove',
          header: t('renewalTemplate.actions'),
          width: 80,
          cell: ({ index }: ChargeRow) => (
            <Button
              variant="icon"
              iconName="remove"
              ariaLabel={t('renewalTemplate.removeNamed', { number: index + 1 })}
              onClick={() => set({ charges: charges.filter((_, at) => at !== index) })}
            />
          ),
        },
      ]}
      footer={
        <Button onClick={() => set({ charges: [...charges, EMPTY] })} iconName="add-plus">
          {t('renewalTemplate.add')}
        </Button>
      }
    />
  );
}

interface ChargeRow {
  readonly charge: TemplateCharge;
  readonly index: number;
}

interface ChargeCellProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

function ChargeCell({ path, label, value, onChange }: ChargeCellProps) {
  return (
    <DraftField path={path} stretch>
      {({ invalid, onBlur }) => (
        <Input
          value={value}
          inputMode="decimal"
          invalid={invalid}
          ariaLabel={label}
          onBlur={onBlur}
          onChange={({ detail }) => onChange(detail.value)}
        />
      )}
    </DraftField>
  );
}

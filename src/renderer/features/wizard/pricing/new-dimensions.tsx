/** Dimensions that the product gets with the offer. They change the product itself, so this stays folded up until wanted. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { NewDimension } from '../../../../shared/domain/offer/draft-terms.ts';
import { OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { ListFindings } from '../editor/list-findings.tsx';

const PATH = 'newDimensions';
const MEMBERS = ['key', 'name', 'description', 'unit'] as const;

interface Row {
  readonly dimension: NewDimension;
  readonly index: number;
}

export function NewDimensions() {
  const t = useTexts('wizard');
  const { draft, dispatch } = useEditor();
  const { newDimensions } = draft;
  const set = (dimensions: readonly NewDimension[]) => dispatch({ type: 'newDimensions.set', dimensions });
  const add = () =>
    set([...newDimensions, { key: '', name: '', description: '', unit: 'Units', type: typeFor(draft.kind) }]);
  return (
    <ExpandableSection
      variant="container"
      headerText={t('newDimensions.title')}
      headerDescription={t('newDimensions.about')}
      defaultExpanded={newDimensions.length > 0}
    >
      <SpaceBetween size="m">
        <Alert type="warning">{t('newDimensions.warning', { product: draft.product?.title ?? '' })}</Alert>
        <ListFindings path={PATH} isShownElsewhere={(path) => path !== PATH} />
        <DimensionRows rows={newDimensions.map((dimension, index) => ({ dimension, index }))} set={set} />
        <Button iconName="add-plus" onClick={add}>
          {t('newDimensions.add')}
        </Button>
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** What the kind sells in the first place. */
function typeFor(kind: keyof typeof OFFER_KIND_FACTS | null): NewDimension['type'] {
  return kind !== null && !OFFER_KIND_FACTS[kind].contract ? 'ExternallyMetered' : 'Entitled';
}

interface RowsProps {
  readonly rows: readonly Row[];
  set(dimensions: readonly NewDimension[]): void;
}

function DimensionRows({ rows, set }: RowsProps) {
  const t = useTexts('wizard');
  const edit = (index: number, patch: Partial<NewDimension>) =>
    set(rows.map(({ dimension, index: at }) => (at === index ? { ...dimension, ...patch } : dimension)));
  if (rows.length === 0) return null;
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={rows}
      trackBy={({ index }) => String(index)}
      ariaLabels={{ tableLabel: t('newDimensions.title') }}
      columnDefinitions={[
        ...MEMBERS.map((member) => ({
          id: member,
          header: t(`newDimensions.${member}`),
          cell: ({ dimension, index }: Row) => (
            <TextCell
              path={`${PATH}.${index}.${member}`}
              label={t('newDimensions.cell', { column: t(`newDimensions.${member}`), number: index + 1 })}
              value={dimension[member]}
              onChange={(value) => edit(index, { [member]: value })}
            />
          ),
        })),
        {
          id: 'type',
          header: t('newDimensions.type'),
          cell: ({ dimension, index }: Row) => (
            <TypeCell index={index} value={dimension.type} onChange={(type) => edit(index, { type })} />
          ),
        },
        {
          id: 'remove',
          header: t('newDimensions.actions'),
          cell: ({ index }: Row) => (
            <Button
              variant="icon"
              iconName="remove"
              ariaLabel={t('newDimensions.removeNamed', { number: index + 1 })}
              onClick={() => set(rows.filter((row) => row.index !== index).map(({ dimension }) => dimension))}
            />
          ),
        },
      ]}
    />
  );
}

interface TextCellProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

function TextCell({ path, label, value, onChange }: TextCellProps) {
  return (
    <DraftField path={path} stretch>
      {({ invalid, onBlur }) => (
        <Input
          value={value}
          invalid={invalid}
          ariaLabel={label}
          onBlur={onBlur}
          onChange={({ detail }) => onChange(detail.value.slice(0, LONGEST[path.split('.').at(-1) ?? ''] ?? 100))}
        />
      )}
    </DraftField>
  );
}

/** As long as a draft can hold; what AWS takes is shorter and said by the rules. */
const LONGEST: Readonly<Record<string, number>> = { key: 200, name: 600, description: 2000, unit: 100 };

interface TypeCellProps {
  readonly index: number;
  readonly value: NewDimension['type'];
  onChange(type: NewDimension['type']): void;
}

function TypeCell({ index, value, onChange }: TypeCellProps) {
  const t = useTexts('wizard');
  const options = (['Entitled', 'ExternallyMetered'] as const).map((type) => ({
    value: type,
    label: t(`newDimensions.types.${type}`),
  }));
  return (
    <Select
      ariaLabel={t('newDimensions.cell', { column: t('newDimensions.type'), number: index + 1 })}
      selectedOption={options.find((option) => option.value === value) ?? null}
      options={options}
      onChange={({ detail }) => {
        const chosen = options.find((option) => option.value === detail.selectedOption.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

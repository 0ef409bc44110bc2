/** Picks one side of the comparison. */
import FormField from '@cloudscape-design/components/form-field';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import type { SideInfo } from '../../../shared/contract/versions.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';

interface SidePickerProps {
  readonly label: string;
  readonly sides: readonly SideInfo[];
  readonly selected: SideInfo | null;
  onPick(side: SideInfo): void;
}

export function SidePicker({ label, sides, selected, onPick }: SidePickerProps) {
  const t = useTexts('versions');
  const toOption = useSideOption();
  return (
    <FormField label={label}>
      <Select
        options={sides.map(toOption)}
        selectedOption={selected && toOption(selected)}
        placeholder={t('pick')}
        filteringType="auto"
        expandToViewport
        onChange={({ detail }) => {
          const found = sides.find((side) => keyOfSide(side) === detail.selectedOption.value);
          if (found) onPick(found);
        }}
      />
    </FormField>
  );
}

export function keyOfSide({ side }: SideInfo): string {
  return `${side.kind}:${side.id}`;
}

/** What a version is, when it was, and under which name. */
export function useSideOption(): (side: SideInfo) => SelectProps.Option & { label: string } {
  const t = useTexts('versions');
  const format = useFormat();
  return ({ version, label, at, side }) => ({
    value: `${side.kind}:${side.id}`,
    label: t('side', { kind: t(version === null ? 'kind.current' : `kind.${version.kind}`), time: format.instant(at) }),
    description: label,
    tags: version?.revision ? [t('revision', { revision: version.revision })] : [],
  });
}

/** One EventBridge rule: its name, and which events it takes. */
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import { EVENT_KINDS, type EventKind } from '../../../../shared/domain/notification/kinds.ts';
import { ruleSchema, type QueueConfig } from '../../../../shared/domain/notification/queue.ts';
import { useTexts } from '../../../i18n/context.tsx';

type Rule = QueueConfig['rules'][number];

interface RuleFieldsProps {
  readonly rule: Rule;
  readonly others: readonly string[];
  readonly onRemove: (() => void) | null;
  onChange(rule: Rule): void;
}

export function RuleFields({ rule, others, onRemove, onChange }: RuleFieldsProps) {
  const t = useTexts('inbox');
  const tCommon = useTexts('common');
  const toOption = (kind: EventKind) => ({ value: kind, label: t(`kind.${kind}`), description: t(`kindSays.${kind}`) });
  const nameError = others.includes(rule.name)
    ? t('problem.duplicate-rule')
    : ruleSchema.shape.name.safeParse(rule.name).success
      ? ''
      : t('problem.rule-name');
  return (
    <Grid
      gridDefinition={[
        { colspan: { default: 12, s: 4 } },
        { colspan: { default: 12, s: onRemove ? 6 : 8 } },
        ...(onRemove ? [{ colspan: { default: 12, s: 2 } }] : []),
      ]}
    >
      <FormField label={t('rule.name')} errorText={nameError}>
        <Input
          value={rule.name}
          spellcheck={false}
          onChange={({ detail }) => onChange({ ...rule, name: detail.value })}
        />
      </FormField>
      <FormField
        label={t('rule.events')}
        constraintText={rule.kinds.length === EVENT_KINDS.length ? t('rule.all') : ''}
        errorText={rule.kinds.length === 0 ? t('problem.no-kind') : ''}
      >
        <Multiselect
          ariaLabel={t('rule.eventsOf', { name: rule.name })}
          options={EVENT_KINDS.map(toOption)}
          selectedOptions={rule.kinds.map(toOption)}
          deselectAriaLabel={({ label }) => tCommon('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => {
            const values = detail.selectedOptions.map(({ value }) => value);
            onChange({ ...rule, kinds: EVENT_KINDS.filter((kind) => values.includes(kind)) });
          }}
        />
      </FormField>
      {onRemove && (
        <FormField label=" ">
          <Button onClick={onRemove} ariaLabel={t('rule.removeNamed', { name: rule.name })}>
            {t('rule.remove')}
          </Button>
        </FormField>
      )}
    </Grid>
  );
}

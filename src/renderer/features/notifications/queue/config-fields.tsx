/** What feeds the queue and how the queue, its dead-letter queue and its rules are called. */
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import Tiles from '@cloudscape-design/components/tiles';
import { useState } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import { deadLetterName } from '../../../../shared/domain/notification/names.ts';
import {
  parseQueue,
  queueConfigSchema,
  queueNameSchema,
  type QueueConfig,
} from '../../../../shared/domain/notification/queue.ts';
import { EVENT_KINDS } from '../../../../shared/domain/notification/kinds.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { RuleFields } from './rule-fields.tsx';

interface ConfigFieldsProps {
  readonly account: Account;
  readonly config: QueueConfig;
  readonly error: Error | null;
  onChange(config: QueueConfig): void;
}

const SOURCES = ['rules', 'topics', 'existing'] as const;

export function ConfigFields({ account, config, onChange }: ConfigFieldsProps) {
  const t = useTexts('inbox');
  const change = (patch: Partial<QueueConfig>) => onChange({ ...config, ...patch });
  return (
    <SpaceBetween size="m">
      <Tiles
        value={config.source}
        ariaLabel={t('setup.how')}
        items={SOURCES.map((value) => ({
          value,
          label: t(`source.${value}.label`),
          description: t(`source.${value}.description`),
        }))}
        onChange={({ detail }) => change({ source: detail.value as QueueConfig['source'] })}
      />
      {config.source === 'existing' ? (
        <ExistingQueue account={account} config={config} onChange={change} />
      ) : (
        <NewQueue config={config} onChange={change} />
      )}
      {config.source === 'rules' && <Rules config={config} onChange={change} />}
      {config.source === 'topics' && <Topics config={config} onChange={change} />}
    </SpaceBetween>
  );
}

interface PartProps {
  readonly config: QueueConfig;
  onChange(patch: Partial<QueueConfig>): void;
}

function nameError(t: ReturnType<typeof useTexts>, name: string): string {
  return queueNameSchema.safeParse(name).success ? '' : t('problem.queue-name');
}

function NewQueue({ config, onChange }: PartProps) {
  const t = useTexts('inbox');
  const { queueName, deadLetterQueueName } = config;
  const follows = deadLetterQueueName === deadLetterName(queueName);
  return (
    <SpaceBetween size="m">
      <FormField
        label={t('field.queueName')}
        description={t('field.queueNameHint')}
        errorText={nameError(t, queueName)}
      >
        <Input
          value={queueName}
          spellcheck={false}
          onChange={({ detail: { value } }) =>
            onChange({ queueName: value, ...(follows ? { deadLetterQueueName: deadLetterName(value) } : {}) })
          }
        />
      </FormField>
      <Checkbox
        checked={deadLetterQueueName !== null}
        description={t('field.deadLettersHint')}
        onChange={({ detail }) => onChange({ deadLetterQueueName: detail.checked ? deadLetterName(queueName) : null })}
      >
        {t('field.deadLetters')}
      </Checkbox>
      {deadLetterQueueName !== null && (
        <FormField
          label={t('field.deadLetterName')}
          errorText={
            deadLetterQueueName === queueName ? t('problem.same-queue-names') : nameError(t, deadLetterQueueName)
          }
        >
          <Input
            value={deadLetterQueueName}
            spellcheck={false}
            onChange={({ detail }) => onChange({ deadLetterQueueName: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

function Rules({ config, onChange }: PartProps) {
  const t = useTexts('inbox');
  const { rules } = config;
  return (
    <SpaceBetween size="m">
      {rules.map((rule, index) => (
        <RuleFields
          // A rule is known by its place: its name changes while it is typed.
          key={index}
          rule={rule}
          others={rules.filter((_, at) => at !== index).map(({ name }) => name)}
          onChange={(changed) => onChange({ rules: rules.map((each, at) => (at === index ? changed : each)) })}
          onRemove={rules.length > 1 ? () => onChange({ rules: rules.filter((_, at) => at !== index) }) : null}
        />
      ))}
      <Button
        iconName="add-plus"
        disabled={rules.length >= EVENT_KINDS.length}
        onClick={() =>
          onChange({
            rules: [...rules, { name: `${rules[0]?.name ?? ''}-${rules.length + 1}`, kinds: [...EVENT_KINDS] }],
          })
        }
      >
        {t('rule.add')}
      </Button>
    </SpaceBetween>
  );
}

function Topics({ config, onChange }: PartProps) {
  const t = useTexts('inbox');
  const [typed, setTyped] = useState(config.topicArns.join('\n'));
  const arns = (text: string) => text.split(/[\s,;]+/).filter(Boolean);
  const wrong = arns(typed).find((arn) => !queueConfigSchema.shape.topicArns.safeParse([arn]).success);
  const error = wrong ? t('problem.topic', { arn: wrong }) : arns(typed).length === 0 ? t('problem.no-topic') : '';
  return (
    <FormField label={t('field.topics')} description={t('field.topicsHint')} errorText={error}>
      <Textarea
        value={typed}
        spellcheck={false}
        placeholder="arn:aws:sns:us-east-1:287250355862:aws-mp-subscription-notification-PRODUCTCODE"
        onChange={({ detail: { value } }) => {
          setTyped(value);
          onChange({ topicArns: arns(value) });
        }}
      />
    </FormField>
  );
}

function ExistingQueue({ account, config, onChange }: PartProps & { readonly account: Account }) {
  const t = useTexts('inbox');
  const [typed, setTyped] = useState(config.queueName);
  const found = parseQueue(typed);
  const isName = queueNameSchema.safeParse(typed.trim()).success;
  const error =
    !found && !isName
      ? t('problem.queue')
      : found && found.account !== account.awsAccountId
        ? t('problem.foreign-queue', { id: account.awsAccountId })
        : '';
  return (
    <FormField label={t('field.existing')} description={t('field.existingHint')} errorText={error}>
      <Input
        value={typed}
        spellcheck={false}
        onChange={({ detail: { value } }) => {
          setTyped(value);
          const queue = parseQueue(value);
          const isForeign = queue !== null && queue.account !== account.awsAccountId;
          // A queue of another account has no name here: nothing can be sent with it.
          onChange({ queueName: isForeign ? '' : (queue?.name ?? value.trim()), deadLetterQueueName: null });
        }}
      />
    </FormField>
  );
}

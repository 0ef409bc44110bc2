/** Who is to own a deal or to accompany it: typed, and told at the field what AWS would not take. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import {
  assigneeSchema,
  ASSIGNEE_TITLES,
  type Assignee,
  type AssigneeTitle,
} from '../../shared/domain/opportunity/assignee.ts';
import { useTexts } from '../i18n/context.tsx';

export const NOBODY: Assignee = { title: 'OpportunityOwner', firstName: '', lastName: '', email: '', phone: '' };

interface AssigneeFieldsProps {
  readonly value: Assignee;
  /** Also fields that are still empty are told to be missing. */
  readonly asked: boolean;
  onChange(value: Assignee): void;
}

const HINTS: Partial<Record<keyof Assignee, string>> = { email: 'assign.emailHint', phone: 'assign.phoneHint' };

export function AssigneeFields({ value, asked, onChange }: AssigneeFieldsProps) {
  const t = useTexts('invitations');
  const parsed = assigneeSchema.safeParse(value);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  // The name of an owner is that of the profile in Partner Central, which has no telephone.
  const parts = (['firstName', 'lastName', 'email', 'phone'] as const).filter(
    (part) => part !== 'phone' || value.title === 'PartnerAccountManager',
  );
  return (
    <SpaceBetween size="m">
      <TitleField
        value={value.title}
        onChange={(title) => onChange({ ...value, title, phone: title === 'OpportunityOwner' ? '' : value.phone })}
      />
      {parts.map((part) => {
        const hint = HINTS[part];
        const isShown = wrong.has(part) && (asked || value[part].trim() !== '');
        return (
          <FormField
            key={part}
            label={t(`assign.${part}`)}
            constraintText={hint === undefined ? undefined : t(hint)}
            errorText={isShown ? t(value[part].trim() === '' ? 'assign.missing' : `assign.wrong`) : undefined}
          >
            <Input
              value={value[part]}
              type={part === 'email' ? 'email' : 'text'}
              ariaRequired={part !== 'phone'}
              onChange={({ detail }) => onChange({ ...value, [part]: detail.value })}
            />
          </FormField>
        );
      })}
    </SpaceBetween>
  );
}

function TitleField({ value, onChange }: { value: AssigneeTitle; onChange: (title: AssigneeTitle) => void }) {
  const t = useTexts('invitations');
  const toOption = (title: AssigneeTitle) => ({ value: title, label: t(`assign.${title}`) });
  return (
    <FormField label={t('assign.role')} constraintText={t('assign.roleHint')}>
      <Select
        options={ASSIGNEE_TITLES.map(toOption)}
        selectedOption={toOption(value)}
        onChange={({ detail }) =>
          onChange(ASSIGNEE_TITLES.find((title) => title === detail.selectedOption.value) ?? value)
        }
      />
    </FormField>
  );
}

/** Changes a lead: how far it has got, who the customer is, and one more interaction. */
import Autosuggest from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '../../../shared/domain/account/account.ts';
import { MARKET_SEGMENTS, type DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { QUALIFICATIONS, type EngagementDetail } from '../../../shared/domain/engagement/engagement.ts';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useTexts } from '../../i18n/context.tsx';
import { listAt, textAt } from '../opportunities/page/read.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { InteractionFields, type InteractionForm } from './interaction-fields.tsx';
import { useWrong } from './use-wrong.ts';
import { qualificationWord } from './words.tsx';

type Update = DeedOf<'lead-update'>;

export interface LeadForm extends Pick<Update, 'qualification' | 'customer'> {
  readonly adds: boolean;
  readonly interaction: InteractionForm;
}

/** As AWS holds it; the contact of the last interaction stands ready for the next. */
export function emptyLeadForm(context: unknown): LeadForm {
  const at = (path: string) => textAt(context, `Payload.Lead.${path}`);
  const last = listAt(context, 'Payload.Lead.Interactions').at(-1);
  return {
    qualification: at('QualificationStatus'),
    customer: {
      companyName: at('Customer.CompanyName'),
      website: at('Customer.WebsiteUrl'),
      awsMaturity: at('Customer.AwsMaturity'),
      marketSegment: at('Customer.MarketSegment'),
    },
    adds: false,
    interaction: {
      firstName: textAt(last, 'Contact.FirstName'),
      lastName: textAt(last, 'Contact.LastName'),
      businessTitle: textAt(last, 'Contact.BusinessTitle'),
      email: textAt(last, 'Contact.Email'),
      phone: textAt(last, 'Contact.Phone'),
      date: '',
      sourceType: '',
      sourceName: '',
      useCase: textAt(last, 'Usecase'),
      customerAction: '',
      businessProblem: '',
    },
  };
}

interface LeadDialogProps {
  readonly engagement: EngagementDetail;
  readonly context: unknown;
  readonly account: Account;
  readonly form: LeadForm;
  onType(form: LeadForm): void;
  onDone(): void;
  onClose(): void;
}

export function LeadDialog({ engagement, context, account, form, onType, onDone, onClose }: LeadDialogProps) {
  const t = useTexts('engagements');
  const today = useAppInfo()?.now.slice(0, 10) ?? '';
  const interaction = { ...form.interaction, date: form.interaction.date || today };
  const deed: Update = {
    kind: 'lead-update',
    engagementId: engagement.id,
    contextId: textAt(context, 'Id'),
    modifiedAt: engagement.modifiedAt,
    qualification: form.qualification,
    customer: form.customer,
    interaction: form.adds ? interaction : null,
  };
  const { wrong, refused } = useWrong(deed);
  return (
    <DeedDialog
      account={account}
      words="update"
      what={engagement.title || engagement.id}
      deed={deed}
      onClose={onClose}
      onDone={onDone}
      onRefused={refused}
    >
      <Box>{t('update.body')}</Box>
      <SpaceBetween size="m">
        <QualificationField
          value={form.qualification}
          isWrong={wrong.has('qualification')}
          onChange={(qualification) => onType({ ...form, qualification })}
        />
        <CustomerFields form={form} wrong={wrong} onType={onType} />
        <Checkbox checked={form.adds} onChange={({ detail }) => onType({ ...form, adds: detail.checked })}>
          {t('update.adds')}
        </Checkbox>
        {form.adds && (
          <InteractionFields
            value={interaction}
            wrong={wrong}
            onChange={(changed) => onType({ ...form, interaction: changed })}
          />
        )}
      </SpaceBetween>
    </DeedDialog>
  );
}

interface QualificationFieldProps {
  readonly value: string;
  readonly isWrong: boolean;
  onChange(value: string): void;
}

function QualificationField({ value, isWrong, onChange }: QualificationFieldProps) {
  const t = useTexts('engagements');
  return (
    <FormField
      label={t('column.qualification')}
      constraintText={t('update.qualificationHint')}
      errorText={isWrong ? t('form.required') : undefined}
    >
      <Autosuggest
        value={value}
        options={QUALIFICATIONS.map((known) => ({ value: known, description: qualificationWord(t, known) }))}
        enteredTextLabel={(text) => t('update.ownWord', { text })}
        ariaLabel={t('column.qualification')}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}

interface CustomerFieldsProps {
  readonly form: LeadForm;
  readonly wrong: ReadonlySet<string>;
  onType(form: LeadForm): void;
}

function CustomerFields({ form, wrong, onType }: CustomerFieldsProps) {
  const t = useTexts('engagements');
  const { customer } = form;
  const set = (patch: Partial<LeadForm['customer']>) => onType({ ...form, customer: { ...customer, ...patch } });
  const none = { value: '', label: t('form.none') };
  const segments = [none, ...MARKET_SEGMENTS.map((value) => ({ value, label: value }))];
  return (
    <ColumnLayout columns={2}>
      {(
        [
          ['companyName', 'column.customer'],
          ['website', 'page.website'],
          ['awsMaturity', 'lead.maturity'],
        ] as const
      ).map(([member, label]) => (
        <FormField
          key={member}
          label={t(label)}
          errorText={wrong.has(`customer.${member}`) ? t('form.wrong') : undefined}
        >
          <Input value={customer[member]} onChange={({ detail }) => set({ [member]: detail.value })} />
        </FormField>
      ))}
      <FormField label={t('lead.segment')}>
        <Select
          options={segments}
          selectedOption={segments.find(({ value }) => value === customer.marketSegment) ?? none}
          onChange={({ detail }) => set({ marketSegment: detail.selectedOption.value ?? '' })}
        />
      </FormField>
    </ColumnLayout>
  );
}

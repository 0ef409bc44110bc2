/** What a person chooses for an action. */
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { OfferAction } from '../../../../shared/domain/offer/life/action.ts';
import { useTexts } from '../../../i18n/context.tsx';

type ActionOf<K extends OfferAction['kind']> = Extract<OfferAction, { kind: K }>;

interface FieldsProps<A extends OfferAction> {
  readonly action: A;
  onChange(action: A): void;
}

interface ActionFieldsProps extends FieldsProps<OfferAction> {
  readonly suggestedDuration: string | null;
}

export function ActionFields({ action, suggestedDuration, onChange }: ActionFieldsProps) {
  switch (action.kind) {
    case 'expiry':
      return <ExpiryFields action={action} suggestedDuration={suggestedDuration} onChange={onChange} />;
    case 'rename':
      return <RenameFields action={action} onChange={onChange} />;
    case 'renewal':
      return <RenewalFields action={action} onChange={onChange} />;
    default:
      return null;
  }
}

function ExpiryFields({
  action,
  suggestedDuration,
  onChange,
}: FieldsProps<ActionOf<'expiry'>> & Pick<ActionFieldsProps, 'suggestedDuration'>) {
  const t = useTexts('life');
  const { availabilityEndDate, agreementDuration } = action;
  return (
    <SpaceBetween size="s">
      <FormField label={t('field.expiry')} constraintText={t('field.expirySays')}>
        <DatePicker
          value={availabilityEndDate}
          placeholder="YYYY-MM-DD"
          format="iso"
          inputFormat="iso"
          openCalendarAriaLabel={(date) => t('field.openCalendar', { date: date ?? '' })}
          onChange={({ detail }) => onChange({ ...action, availabilityEndDate: detail.value })}
        />
      </FormField>
      {suggestedDuration !== null && (
        <Button onClick={() => onChange({ ...action, agreementDuration: suggestedDuration })}>
          {t('field.lengthen', { duration: suggestedDuration })}
        </Button>
      )}
      {agreementDuration !== null && (
        <FormField label={t('field.duration')} description={t('field.durationSays')}>
          <SpaceBetween direction="horizontal" size="xs">
            <Input
              value={agreementDuration}
              onChange={({ detail }) => onChange({ ...action, agreementDuration: detail.value })}
            />
            <Button onClick={() => onChange({ ...action, agreementDuration: null })}>{t('field.durationKeep')}</Button>
          </SpaceBetween>
        </FormField>
      )}
    </SpaceBetween>
  );
}

function RenameFields({ action, onChange }: FieldsProps<ActionOf<'rename'>>) {
  const t = useTexts('life');
  return (
    <SpaceBetween size="s">
      <FormField label={t('field.name')} constraintText={t('field.nameSays')}>
        <Input value={action.name} onChange={({ detail }) => onChange({ ...action, name: detail.value })} />
      </FormField>
      <FormField label={t('field.description')} constraintText={t('field.descriptionSays')}>
        <Textarea
          value={action.description}
          rows={3}
          onChange={({ detail }) => onChange({ ...action, description: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

const CHANNELS = ['AwsMarketplace', 'External'] as const;
const MODELS = ['Contract', 'Usage', 'Byol', 'Free'] as const;

function RenewalFields({ action, onChange }: FieldsProps<ActionOf<'renewal'>>) {
  const t = useTexts('life');
  const { renewal } = action;
  const model = (value: (typeof MODELS)[number]) => ({ value, label: t(`field.model.${value}`) });
  return (
    <SpaceBetween size="s">
      <FormField label={t('field.renewal')} description={t('field.renewalSays')} stretch>
        <RadioGroup
          value={renewal?.acquisitionChannel ?? 'none'}
          items={[
            ...CHANNELS.map((value) => ({ value: value as string, label: t(`field.channel.${value}`) })),
            { value: 'none', label: t('field.channel.none') },
          ]}
          onChange={({ detail }) => {
            const acquisitionChannel = CHANNELS.find((value) => value === detail.value);
            const pricingModel = renewal?.pricingModel ?? 'Contract';
            onChange({ ...action, renewal: acquisitionChannel ? { acquisitionChannel, pricingModel } : null });
          }}
        />
      </FormField>
      {renewal && (
        <FormField label={t('field.pricingModel')}>
          <Select
            selectedOption={model(renewal.pricingModel)}
            options={MODELS.map(model)}
            onChange={({ detail }) => {
              const pricingModel = MODELS.find((value) => value === detail.selectedOption.value);
              if (pricingModel) onChange({ ...action, renewal: { ...renewal, pricingModel } });
            }}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

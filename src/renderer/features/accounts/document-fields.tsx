/** Where custom EULAs are put for AWS to read, and what else an account may need. */
import Autosuggest from '@cloudscape-design/components/autosuggest';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useAppInfo } from '../../components/use-app-info.ts';
import { useTexts } from '../../i18n/context.tsx';
import type { FieldsProps } from './fields.ts';

/** Regions to pick from; any other may be typed. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-east-1',
  'ap-east-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'sa-east-1',
];

export function DocumentFields(props: FieldsProps) {
  const t = useTexts('accounts');
  const { form, change, errorAt } = props;
  const isPractice = useAppInfo()?.mode === 'practice';
  return (
    <SpaceBetween size="m">
      <Toggle
        checked={form.hasBucket}
        description={t('field.hasBucketHint')}
        onChange={({ detail }) => change({ hasBucket: detail.checked })}
      >
        {t('field.hasBucket')}
      </Toggle>
      {form.hasBucket && <BucketFields {...props} />}
      <Checkbox
        checked={form.addSellerToBuyers}
        description={t('field.addSellerToBuyersHint')}
        onChange={({ detail }) => change({ addSellerToBuyers: detail.checked })}
      >
        {t('field.addSellerToBuyers')}
      </Checkbox>
      {isPractice && form.kind !== 'practice' && (
        <FormField
          label={optional(t, 'field.endpoint')}
          description={t('field.endpointHint')}
          errorText={errorAt('settings.endpoint')}
        >
          <Input
            value={form.endpoint}
            spellcheck={false}
            placeholder="http://127.0.0.1:4566"
            onChange={({ detail }) => change({ endpoint: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

function BucketFields({ form, change, errorAt }: FieldsProps) {
  const t = useTexts('accounts');
  return (
    <SpaceBetween size="m">
      <FormField
        label={t('field.bucket')}
        description={t('field.bucketHint')}
        errorText={errorAt('settings.eulaBucket.bucket')}
      >
        <Input value={form.bucket} spellcheck={false} onChange={({ detail }) => change({ bucket: detail.value })} />
      </FormField>
      <FormField
        label={optional(t, 'field.bucketPrefix')}
        description={t('field.bucketPrefixHint')}
        errorText={errorAt('settings.eulaBucket.prefix')}
      >
        <Input
          value={form.bucketPrefix}
          spellcheck={false}
          onChange={({ detail }) => change({ bucketPrefix: detail.value })}
        />
      </FormField>
      <FormField label={t('field.bucketRegion')} errorText={errorAt('settings.eulaBucket.region')}>
        <Autosuggest
          value={form.bucketRegion}
          options={REGIONS.map((value) => ({ value }))}
          enteredTextLabel={(value) => t('field.useRegion', { region: value })}
          empty={t('field.noRegion')}
          onChange={({ detail }) => change({ bucketRegion: detail.value })}
        />
      </FormField>
      <FormField
        label={optional(t, 'field.presignRoleArn')}
        description={t('field.presignRoleArnHint')}
        errorText={errorAt('settings.presignRoleArn')}
      >
        <Input
          value={form.presignRoleArn}
          spellcheck={false}
          onChange={({ detail }) => change({ presignRoleArn: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

function optional(t: ReturnType<typeof useTexts>, key: string) {
  return (
    <span>
      {t(key)} <i>- {t('field.optional')}</i>
    </span>
  );
}

/** Which seller of the practice cloud the account stands for. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { suggestPrefix } from './account-form.ts';
import type { FieldsProps } from './fields.ts';

export function PracticeFields({ form, change, errorAt, others }: FieldsProps) {
  const t = useTexts('accounts');
  const query = useCallQuery('accounts.practiceSellers', {});
  const sellers = query.data?.sellers ?? [];
  const taken = new Set(others.map(({ awsAccountId }) => awsAccountId));
  const selected = sellers.find(({ awsAccountId }) => awsAccountId === form.awsAccountId);
  const choose = (awsAccountId: string) => {
    const seller = sellers.find((candidate) => candidate.awsAccountId === awsAccountId);
    if (!seller) return;
    change({
      awsAccountId,
      name: form.name || seller.name,
      prefix: form.prefix || suggestPrefix(seller.name, others),
      hasBucket: seller.eulaBucket !== null,
      ...(seller.eulaBucket
        ? {
            bucket: seller.eulaBucket.bucket,
            bucketPrefix: seller.eulaBucket.prefix,
            bucketRegion: seller.eulaBucket.region,
          }
        : {}),
    });
  };
  return (
    <SpaceBetween size="m">
      {query.error && <AppErrorView error={query.error} onRetry={() => void query.refetch()} />}
      <FormField
        label={t('field.practiceSeller')}
        description={t('field.practiceSellerHint')}
        errorText={errorAt('settings.awsAccountId')}
      >
        <Select
          selectedOption={selected ? { value: selected.awsAccountId, label: selected.name } : null}
          placeholder={t('field.choose')}
          statusType={query.isPending ? 'loading' : 'finished'}
          empty={t('field.noPracticeSellers')}
          options={sellers.map(({ awsAccountId, name }) => ({
            value: awsAccountId,
            label: name,
            labelTag: awsAccountId,
            disabled: taken.has(awsAccountId),
            disabledReason: t('field.alreadySetUp'),
          }))}
          onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
        />
      </FormField>
    </SpaceBetween>
  );
}

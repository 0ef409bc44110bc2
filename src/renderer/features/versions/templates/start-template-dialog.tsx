/** Starts a draft from a template: account, product that fits, and whatever the template asks for. */
import Box from '@cloudscape-design/components/box';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { labelOf } from '../../../../shared/domain/version/label.ts';
import type { Template, TemplateFit } from '../../../../shared/domain/version/template.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useAppInfo } from '../../../components/use-app-info.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';

/** A form with more price fields than this would be the wizard again: there they are asked for anyway. */
const PRICES_IN_FORM = 20;

export function StartTemplateDialog({ template, onClose }: { template: Template; onClose(): void }) {
  const t = useTexts('templates');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const today = useAppInfo()?.now.slice(0, 10) ?? '';
  const [account, setAccount] = useState<string | null>(active ?? null);
  const chosen = account ?? accounts[0]?.key ?? null;
  const [productId, setProductId] = useState<string | null>(null);
  const [buyers, setBuyers] = useState('');
  const [startDate, setStartDate] = useState('');
  const [prices, setPrices] = useState<Readonly<Record<string, string>>>({});
  const fit = useCallQuery('templates.fit', { id: template.id, account: chosen ?? '' }, { enabled: chosen !== null });
  const products = fit.data?.products ?? [];
  const product =
    productId ??
    products.find((one) => one.fits && one.productId === template.productId)?.productId ??
    products.find(({ fits }) => fits)?.productId ??
    null;
  const start = useCallMutation('templates.start');
  const confirm = () => {
    if (chosen === null || product === null) return;
    const input = {
      id: template.id,
      account: chosen,
      productId: product,
      buyers: buyers.split(/[\s,;]+/).filter(Boolean),
      startDate: startDate || today,
      prices,
    };
    start.mutate(input, { onSuccess: ({ draftId }) => void navigate(`/drafts/${encodeURIComponent(draftId)}`) });
  };
  return (
    <ConfirmDialog
      title={t('start.title', { name: template.name })}
      confirmText={t('start.confirm')}
      busy={start.isPending}
      error={start.error ?? fit.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <SpaceBetween size="m">
        <FormField label={t('start.account')}>
          <Select
            selectedOption={toAccountOption(accounts.find(({ key }) => key === chosen))}
            options={accounts.map((one) => toAccountOption(one) ?? {})}
            onChange={({ detail }) => {
              setAccount(detail.selectedOption.value ?? null);
              setProductId(null);
            }}
          />
        </FormField>
        <ProductField
          fits={products}
          selected={product}
          loading={fit.isPending && chosen !== null}
          onPick={setProductId}
        />
        {template.asksBuyers && (
          <FormField label={t('start.buyers')} description={t('start.buyersSays')}>
            <Textarea value={buyers} rows={2} onChange={({ detail }) => setBuyers(detail.value)} />
          </FormField>
        )}
        {template.hasRelativeDates && (
          <FormField label={t('start.date')} description={t('start.dateSays')}>
            <DatePicker value={startDate || today} onChange={({ detail }) => setStartDate(detail.value)} />
          </FormField>
        )}
        {template.asked.length > PRICES_IN_FORM ? (
          <Box color="text-body-secondary">{t('start.pricesLater', { count: template.asked.length })}</Box>
        ) : (
          <PriceFields template={template} prices={prices} onChange={setPrices} />
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}

function toAccountOption(account: { key: string; name: string; awsAccountId: string } | undefined) {
  return account ? { value: account.key, label: account.name, labelTag: account.awsAccountId } : null;
}

interface ProductFieldProps {
  readonly fits: readonly TemplateFit[];
  readonly selected: string | null;
  readonly loading: boolean;
  onPick(id: string): void;
}

/** Products that do not fit stand there too, with the reason. */
function ProductField({ fits, selected, loading, onPick }: ProductFieldProps) {
  const t = useTexts('templates');
  const options = fits.map(({ productId, title, fits: ok, reason, missing }) => ({
    value: productId,
    label: title,
    description: ok ? productId : t(`fit.${reason ?? 'kind'}`, { dimensions: missing.join(', ') }),
    disabled: !ok,
  }));
  const none = !loading && !fits.some(({ fits: ok }) => ok);
  return (
    <FormField
      label={t('start.product')}
      errorText={none ? t(fits.length === 0 ? 'start.noProducts' : 'start.noFit') : ''}
    >
      <Select
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        options={options}
        filteringType="auto"
        statusType={loading ? 'loading' : 'finished'}
        placeholder={t('start.product')}
        onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

interface PriceFieldsProps {
  readonly template: Template;
  readonly prices: Readonly<Record<string, string>>;
  onChange(prices: Readonly<Record<string, string>>): void;
}

function PriceFields({ template, prices, onChange }: PriceFieldsProps) {
  const versions = useTexts('versions');
  return template.asked.map(({ path, dotted }) => {
    const { key, params } = labelOf(path);
    return (
      <FormField key={dotted} label={versions(`path.${key}`, params)}>
        <Input
          value={prices[dotted] ?? ''}
          inputMode="decimal"
          onChange={({ detail }) => onChange({ ...prices, [dotted]: detail.value.slice(0, 40) })}
        />
      </FormField>
    );
  });
}

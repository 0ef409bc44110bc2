/** Chooses drafts, and offers to be cloned, for a set: AWS takes an offer into a set only when the offer is made. */
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
import { useState } from 'react';
import { MOST_OFFERS } from '../../../../shared/domain/offer-set/offer-set.ts';
import { useCallQuery, useClient } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useSayFailed } from '../use-create.ts';
import { useSetEditor } from './context.ts';

type Options = readonly MultiselectProps.Option[];

export function AddDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('offersets');
  const [drafts, setDrafts] = useState<Options>([]);
  const [offers, setOffers] = useState<Options>([]);
  const add = useAdd(onClose);
  const idsOf = (options: Options) => options.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return (
    <ConfirmDialog
      title={t('add.title')}
      confirmText={t('add.confirm')}
      busy={add.isPending}
      disabled={drafts.length + offers.length === 0}
      error={add.error}
      onClose={onClose}
      onConfirm={() => void add.start({ draftIds: idsOf(drafts), offerIds: idsOf(offers) })}
    >
      <Box>{t('add.body', { max: MOST_OFFERS })}</Box>
      <DraftChoice chosen={drafts} onChange={setDrafts} />
      <OfferChoice chosen={offers} onChange={setOffers} />
    </ConfirmDialog>
  );
}

interface ChoiceProps {
  readonly chosen: Options;
  onChange(chosen: Options): void;
}

function DraftChoice({ chosen, onChange }: ChoiceProps) {
  const t = useTexts('offersets');
  const { accountKey, draft, check } = useSetEditor();
  const { data } = useCallQuery('drafts.list', { account: accountKey });
  const taken = [...draft.draftIds, ...(check?.drafts ?? []).map(({ id }) => id)];
  const options = (data?.drafts ?? [])
    // One that has been sent is an offer, and AWS moves none into a set.
    .filter(({ id, changeId }) => changeId === null && !taken.includes(id))
    .map(({ id, name, productTitle }) => ({
      value: id,
      label: name || t('members.unnamedDraft'),
      description: productTitle ?? '',
    }));
  return (
    <FormField label={t('add.drafts')}>
      <Multiselect
        ariaLabel={t('add.drafts')}
        placeholder={t('add.choose')}
        filteringType="auto"
        filteringAriaLabel={t('add.find')}
        empty={t('add.noDrafts')}
        options={options}
        selectedOptions={chosen}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => onChange(detail.selectedOptions)}
      />
    </FormField>
  );
}

function OfferChoice({ chosen, onChange }: ChoiceProps) {
  const t = useTexts('offersets');
  const format = useFormat();
  const { accountKey } = useSetEditor();
  const [text, setText] = useState('');
  const { data } = useCallQuery(
    'offers.list',
    { filter: { account: accountKey, text, states: ['active', 'expired'] }, pageSize: 50 },
    { keepPrevious: true },
  );
  const options = (data?.items ?? []).map(({ id, name, productTitle, buyers, availabilityEndDate }) => ({
    value: id,
    label: name || id,
    description: [
      productTitle ?? '',
      buyers.join(', '),
      availabilityEndDate === null ? '' : format.date(availabilityEndDate),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <FormField label={t('add.offers')} description={t('add.offersSay')}>
      <Multiselect
        ariaLabel={t('add.offers')}
        placeholder={t('add.choose')}
        filteringType="manual"
        filteringAriaLabel={t('add.find')}
        onLoadItems={({ detail }) => setText(detail.filteringText.slice(0, 200))}
        empty={t('add.noOffers')}
        options={options}
        selectedOptions={chosen}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => onChange(detail.selectedOptions)}
      />
    </FormField>
  );
}

function useAdd(onClose: () => void) {
  const client = useClient();
  const { draftId, flush, revision } = useSetEditor();
  const sayFailed = useSayFailed();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  return {
    isPending,
    error,
    async start(wish: { draftIds: string[]; offerIds: string[] }): Promise<void> {
      setPending(true);
      setError(null);
      try {
        if (!(await flush())) return;
        sayFailed(await client.call('offersets.drafts.add', { id: draftId, revision: revision(), ...wish }));
        onClose();
      } catch (failure) {
        setError(failure as Error);
      } finally {
        setPending(false);
      }
    },
  };
}

/** Tags of an opportunity or a snapshot job: shown, added, taken away, one write each. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/account/account.ts';
import type { OpportunityDetail } from '../../../shared/domain/opportunity/opportunity.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PermittedButton } from '../../components/permitted-button.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { textAt } from '../opportunities/page/read.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { useWrong } from './use-wrong.ts';

interface TagsProps {
  readonly account: Account;
  readonly arn: string;
  /** What carries them, as a person calls it. */
  readonly what: string;
}

type Asking = { readonly kind: 'put' } | { readonly kind: 'drop'; readonly key: string };

export function TagsDialog({ onClose, ...props }: TagsProps & { onClose: () => void }) {
  const t = useTexts('engagements');
  const common = useTexts('common');
  const [asking, setAsking] = useState<Asking | null>(null);
  const { data, error, refetch } = useCallQuery('engagements.tags', { account: props.account.key, arn: props.arn });
  const done = { onDone: () => void refetch(), onClose: () => setAsking(null) };
  if (asking?.kind === 'put') return <PutDialog {...props} {...done} />;
  if (asking?.kind === 'drop') return <DropDialog {...props} {...done} tagKey={asking.key} />;
  return (
    <Modal
      visible
      header={`${t('tags.title')}: ${props.what}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common('close')}
            </Button>
            <Button disabled={!data} onClick={() => setAsking({ kind: 'put' })}>
              {t('tag-put.open')}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      <Table
        variant="embedded"
        loading={!data && !error}
        loadingText={t('tags.loading')}
        items={data?.tags ?? []}
        trackBy="key"
        ariaLabels={{ tableLabel: t('tags.title') }}
        empty={<Box color="text-body-secondary">{t('tags.none')}</Box>}
        columnDefinitions={[
          { id: 'key', header: t('tags.key'), isRowHeader: true, cell: ({ key }) => key },
          { id: 'value', header: t('tags.value'), cell: ({ value }) => value || '-' },
          {
            id: 'drop',
            header: t('tag-drop.open'),
            cell: ({ key }) => (
              <Button
                variant="inline-link"
                ariaLabel={`${t('tag-drop.open')}: ${key}`}
                onClick={() => setAsking({ kind: 'drop', key })}
              >
                {t('tag-drop.open')}
              </Button>
            ),
          },
        ]}
      />
    </Modal>
  );
}

interface OneProps extends TagsProps {
  onDone(): void;
  onClose(): void;
}

function PutDialog({ account, arn, what, onDone, onClose }: OneProps) {
  const t = useTexts('engagements');
  const [tag, setTag] = useState({ key: '', value: '' });
  const deed = { kind: 'tag-put' as const, arn, tags: [tag] };
  const { wrong, refused } = useWrong(deed);
  return (
    <DeedDialog
      account={account}
      words="tag-put"
      what={what}
      deed={deed}
      onDone={onDone}
      onClose={onClose}
      onRefused={refused}
    >
      <Box>{t('tag-put.body')}</Box>
      <ColumnLayout columns={2}>
        {(['key', 'value'] as const).map((member) => (
          <FormField
            key={member}
            label={t(`tags.${member}`)}
            errorText={wrong.has(`tags.0.${member}`) ? t('form.wrong') : undefined}
          >
            <Input value={tag[member]} onChange={({ detail }) => setTag({ ...tag, [member]: detail.value })} />
          </FormField>
        ))}
      </ColumnLayout>
    </DeedDialog>
  );
}

function DropDialog({ account, arn, what, tagKey, onDone, onClose }: OneProps & { tagKey: string }) {
  const t = useTexts('engagements');
  return (
    <DeedDialog
      account={account}
      words="tag-drop"
      what={what}
      deed={{ kind: 'tag-drop', arn, keys: [tagKey] }}
      onDone={onDone}
      onClose={onClose}
    >
      <Box>{t('tag-drop.body', { key: tagKey })}</Box>
    </DeedDialog>
  );
}

/** On the page of an opportunity. */
export function OpportunityTags({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('engagements');
  const account = useAccount(opportunity.account);
  const [open, setOpen] = useState(false);
  const arn = textAt(opportunity.document, 'Arn');
  if (account === null || arn === '') return null;
  return (
    <>
      <PermittedButton
        account={opportunity.account}
        actions={['partnercentral:ListTagsForResource']}
        onClick={() => setOpen(true)}
      >
        {t('tags.title')}
      </PermittedButton>
      {open && (
        <TagsDialog
          account={account}
          arn={arn}
          what={opportunity.title || opportunity.id}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

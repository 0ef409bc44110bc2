/** Drafts for many buyers from one offer or draft: a list is pasted or loaded, each line said to be good or not, nothing is sent. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { MethodInput, MethodOutput } from '../../../shared/contract/index.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useAnyText, useTexts } from '../../i18n/context.tsx';
import { useBulkChoice } from '../../stores/bulk-choice.ts';
import { usePage } from '../../stores/page.ts';
import { BULK_PATH, NEW_BULK_PATH } from './paths.ts';

type Source = MethodInput<'bulk.cloneForBuyers'>['source'];
type BuyerList = MethodOutput<'bulk.readBuyers'>;

export function BulkClonePage() {
  const t = useTexts('bulk');
  const source = toSource(useSearchParams()[0]);
  usePage({
    title: t('clone.title'),
    breadcrumbs: [{ text: t('title'), to: BULK_PATH }],
    contentType: 'form',
    help: { topic: 'bulk', key: 'help.clone' },
  });
  if (!source) return <EmptyState title={t('plan.nothing')} body={t('clone.nothingSays')} />;
  return <CloneForm source={source} />;
}

function toSource(params: URLSearchParams): Source | null {
  const draftId = params.get('draft');
  if (draftId !== null) return { kind: 'draft', draftId };
  const [account, offerId] = [params.get('account'), params.get('offer')];
  return account !== null && offerId !== null ? { kind: 'offer', account, offerId } : null;
}

function CloneForm({ source }: { source: Source }) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const { choose } = useBulkChoice();
  const [text, setText] = useState('');
  const [name, setName] = useState('{offer} {buyer}');
  const clone = useCallMutation('bulk.cloneForBuyers');
  const { data, error } = useCallQuery('bulk.readBuyers', { text }, { staleTime: Infinity, keepPrevious: true });
  const buyers = data?.buyers ?? [];
  const make = () =>
    clone.mutate(
      { source, name, buyers: buyers.map(({ awsAccountId, name: buyer }) => ({ awsAccountId, name: buyer })) },
      {
        onSuccess({ draftIds }) {
          setText('');
          choose({ kind: 'publish', draftIds });
          // The guard lets go with the next picture.
          setTimeout(() => void navigate(NEW_BULK_PATH), 0);
        },
      },
    );
  return (
    <SpaceBetween size="l">
      <UnsavedGuard dirty={text !== '' && !clone.isSuccess} />
      <Header variant="h1" description={t('clone.says')}>
        {t('clone.title')}
      </Header>
      <Container header={<Header variant="h2">{t('clone.buyers')}</Header>}>
        <SpaceBetween size="m">
          <FormField stretch label={t('clone.list')} description={t('clone.listSays')}>
            <Textarea
              rows={10}
              spellcheck={false}
              value={text}
              placeholder={'012345678901\n111122223333, Sample buyer'}
              onChange={({ detail }) => setText(detail.value)}
            />
          </FormField>
          <ListFile onText={setText} />
          {error && <AppErrorView error={error} />}
          {data && text !== '' && <ListReport list={data} />}
          <FormField label={t('clone.name')} description={t('clone.nameSays')}>
            <Input value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
        </SpaceBetween>
      </Container>
      {clone.error && <AppErrorView error={clone.error} />}
      <Button variant="primary" loading={clone.isPending} disabled={buyers.length === 0} onClick={make}>
        {t('clone.make', { count: buyers.length })}
      </Button>
    </SpaceBetween>
  );
}

function ListFile({ onText }: { onText(text: string): void }) {
  const t = useTexts('bulk');
  const [files, setFiles] = useState<File[]>([]);
  return (
    <FormField label={t('clone.file')}>
      <FileUpload
        value={files}
        accept=".csv,.txt,.tsv"
        onChange={({ detail }) => {
          setFiles(detail.value);
          void detail.value[0]?.text().then(onText);
        }}
        i18nStrings={{
          uploadButtonText: () => t('clone.chooseFile'),
          dropzoneText: () => t('clone.dropFile'),
          removeFileAriaLabel: () => t('clone.removeFile'),
          limitShowFewer: '',
          limitShowMore: '',
          errorIconAriaLabel: '',
        }}
      />
    </FormField>
  );
}

function ListReport({ list: { buyers, problems } }: { list: BuyerList }) {
  const t = useTexts('bulk');
  const text = useAnyText();
  return (
    <SpaceBetween size="s">
      <Alert type={problems.length === 0 ? 'success' : 'info'}>{t('clone.found', { count: buyers.length })}</Alert>
      {problems.length > 0 && (
        <Alert type="warning" header={t('clone.problems', { count: problems.length })}>
          <ul className="plain-list">
            {problems.slice(0, 50).map((problem) => (
              <li key={problem.line}>
                {t('clone.line', { line: problem.line, text: problem.text })} {text(problem.messageKey, problem.params)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  );
}

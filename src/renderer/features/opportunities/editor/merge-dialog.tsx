/** AWS changed the opportunity meanwhile: what merges by itself is told, the rest is chosen field by field. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { OpportunityBody, OpportunityTarget } from '../../../../shared/domain/opportunity/draft.ts';
import { mergeBodies, rebase, valueAt } from '../../../../shared/domain/opportunity/merge.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import type { OpportunityDocument } from './loaded.tsx';
import { useFieldLabel } from './problems.tsx';

type Side = 'mine' | 'theirs';

export function MergeDialog({ document, onClose }: { document: OpportunityDocument; onClose(): void }) {
  const t = useTexts('opportunity-editor');
  const labelOf = useFieldLabel();
  const { draft, dispatch } = useOpportunity();
  const { newest, error } = useNewest();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const merge = newest && draft.target ? mergeBodies(draft.target.base, draft, newest.base) : null;
  const words = (body: OpportunityBody, path: string) => show(valueAt(body, path)) || t('none');
  const open = merge?.clashes.filter(({ path }) => choices[path] === undefined) ?? [];
  return (
    <ConfirmDialog
      title={t('merge.title')}
      confirmText={t('merge.confirm')}
      disabled={merge === null || open.length > 0}
      error={error}
      onClose={onClose}
      onConfirm={() => {
        if (!newest) return;
        dispatch({ type: 'replace', draft: rebase(draft, newest, choices) });
        void document.flush();
        onClose();
      }}
    >
      <Box>{t('merge.body')}</Box>
      {merge === null && !error && <StatusIndicator type="loading">{t('merge.loading')}</StatusIndicator>}
      {newest && merge && merge.taken.length > 0 && (
        <Alert type="info" header={t('merge.taken', { count: merge.taken.length })}>
          <ul className="plain-list">
            {merge.taken.map((path) => (
              <li key={path}>
                {labelOf(path)}: {words(draft, path)} → {words(newest.base, path)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {merge?.clashes.map(({ path, base, mine, theirs }) => (
        <fieldset key={path} className="plain-fieldset">
          <legend>
            <Box variant="strong">{labelOf(path)}</Box>
          </legend>
          <SpaceBetween size="xs">
            <Box color="text-body-secondary">{t('merge.before', { value: show(base) || t('none') })}</Box>
            <RadioGroup
              value={choices[path] ?? null}
              ariaLabel={labelOf(path)}
              items={[
                { value: 'mine', label: t('merge.mine'), description: show(mine) || t('none') },
                { value: 'theirs', label: t('merge.theirs'), description: show(theirs) || t('none') },
              ]}
              onChange={({ detail }) => setChoices({ ...choices, [path]: detail.value as Side })}
            />
          </SpaceBetween>
        </fieldset>
      ))}
    </ConfirmDialog>
  );
}

/** A list of texts as such; anything else as JSON. */
function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join(', ');
  return JSON.stringify(value);
}

function useNewest(): { newest: OpportunityTarget | null; error: Error | null } {
  const client = useClient();
  const { draftId } = useOpportunity();
  const [newest, setNewest] = useState<OpportunityTarget | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    client.call('opportunities.drafts.newest', { id: draftId }, aborter.signal).then(
      ({ target }) => setNewest(target),
      (failure: Error) => {
        if (!aborter.signal.aborted) setError(failure);
      },
    );
    return () => aborter.abort();
  }, [client, draftId]);
  return { newest, error };
}

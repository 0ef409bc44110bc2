/** In the editor: that the draft will be sent by itself, when, and the way to say "not now"; or why it will not. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AutoShareItem } from '../../../../shared/domain/opportunity/auto-share.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import './note.css';
import { AutoShareState, useHindranceText, willGo } from './state.tsx';

/** Events bring news at once; a slow poll covers a missed one. */
const POLL_MS = 5000;

export function AutoShareNote({ draftId }: { draftId: string }) {
  const { data } = useCallQuery('opportunities.autoShare.get', { id: draftId }, { refetchInterval: POLL_MS });
  const item = data?.item ?? null;
  if (item === null || item.state === 'sending') return null;
  if (!willGo(item)) return <Note item={item} />;
  // While it counts down it stays in sight, wherever on the page somebody types.
  return (
    <div className="auto-share-countdown">
      <Note item={item} />
    </div>
  );
}

function Note({ item }: { item: AutoShareItem }) {
  const t = useTexts('auto-share');
  const textOf = useHindranceText();
  return (
    <Alert
      type={willGo(item) || item.state === 'untouched' ? 'info' : 'warning'}
      header={<AutoShareState item={item} />}
      action={<AutoShareActions item={item} />}
    >
      <SpaceBetween size="xxs">
        {item.state === 'untouched' || item.state === 'asked' ? <Box>{t(`explain.${item.state}`)}</Box> : null}
        {item.hindrances.map((hindrance) => (
          <Box key={hindrance.kind}>{textOf(hindrance)}</Box>
        ))}
        {item.error && <AppErrorView error={item.error} />}
      </SpaceBetween>
    </Alert>
  );
}

export function AutoShareActions({ item }: { item: AutoShareItem }) {
  const t = useTexts('auto-share');
  const hold = useCallMutation('opportunities.autoShare.hold');
  const release = useCallMutation('opportunities.autoShare.release');
  const { draftId: id, revision, name, state } = item;
  const label = (text: string) => (name === '' ? text : `${text}: ${name}`);
  if (state === 'sending') return null;
  if (state === 'waiting' || state === 'blocked') {
    return (
      <Button loading={hold.isPending} ariaLabel={label(t('hold'))} onClick={() => hold.mutate({ id })}>
        {t('hold')}
      </Button>
    );
  }
  return (
    <Button
      loading={release.isPending}
      ariaLabel={label(t('release'))}
      onClick={() => release.mutate({ id, revision })}
    >
      {t('release')}
    </Button>
  );
}

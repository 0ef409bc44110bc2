/** Long work: progress with the remaining time and cancel while it runs, its failure afterwards. */
import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import { useState } from 'react';
import type { Job } from '../../shared/domain/job.ts';
import { useCallMutation, useCallQuery, useEvent } from '../bridge/hooks.tsx';
import { AppErrorAction } from '../components/app-error-action.tsx';
import { AppErrorDetails } from '../components/app-error-details.tsx';
import { useAccounts } from '../components/use-accounts.ts';
import { useErrorTexts } from '../components/use-error-texts.ts';
import { useAnyText, useFormat, useHasText, useTexts } from '../i18n/context.tsx';
import { isShown, mergeJob } from './job-list.ts';

const NONE: readonly Job[] = [];

/** Jobs that are worth a flash: those that ran when the window was opened, and whatever events have told since. */
function useShownJobs(): { jobs: readonly Job[]; hide(id: string): void } {
  const { data } = useCallQuery('jobs.list', {}, { staleTime: Infinity });
  const [told, setTold] = useState<readonly Job[]>(NONE);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  useEvent('jobs.changed', (job) => setTold((known) => mergeJob(known, job)));
  // Apart from the list, whose answer may be older than the newest event.
  const jobs = told.toReversed().reduce(mergeJob, data?.jobs ?? NONE);
  const seenHere = new Set(told.map(({ id }) => id));
  return {
    jobs: jobs.filter((job) => isShown(job, seenHere) && !hidden.has(job.id)),
    hide: (id) => setHidden((known) => new Set([...known, id])),
  };
}

export function useJobItems(): readonly FlashbarProps.MessageDefinition[] {
  const t = useTexts('jobs');
  const errorTexts = useErrorTexts();
  const title = useJobTitle();
  const cancel = useCallMutation('jobs.cancel');
  const { jobs, hide } = useShownJobs();
  return jobs.map((job): FlashbarProps.MessageDefinition => {
    const base = { id: `job-${job.id}`, dismissible: true, onDismiss: () => hide(job.id) };
    if (job.state === 'failed' && job.error) {
      const { what, next } = errorTexts(job.error);
      return {
        ...base,
        type: 'error',
        header: t('failed', { title: title(job) }),
        content: (
          <>
            {what} {next}
            <AppErrorDetails error={job.error} />
          </>
        ),
        action: <AppErrorAction error={job.error} />,
      };
    }
    if (job.state === 'cancelled') return { ...base, type: 'info', content: t('cancelled', { title: title(job) }) };
    return {
      ...base,
      type: 'in-progress',
      content: <JobProgress job={job} title={title(job)} />,
      action: (
        <Button
          loading={cancel.isPending && cancel.variables.id === job.id}
          onClick={() => cancel.mutate({ id: job.id })}
        >
          {t('cancel')}
        </Button>
      ),
    };
  });
}

function useJobTitle(): (job: Job) => string {
  const t = useTexts('jobs');
  const has = useHasText();
  const { accounts } = useAccounts();
  return (job) => {
    const name = accounts.find(({ key }) => key === job.account)?.name;
    const kind = t(has(`jobs:kind.${toKindKey(job)}`) ? `kind.${toKindKey(job)}` : 'kind.other');
    return name ? t('titleFor', { kind, name }) : kind;
  };
}

/** `products.sync` -> `products-sync`: dots would separate keys. */
function toKindKey(job: Job): string {
  return job.kind.replaceAll('.', '-');
}

function JobProgress({ job, title }: { job: Job; title: string }) {
  const t = useTexts('jobs');
  const text = useAnyText();
  const has = useHasText();
  const format = useFormat();
  const phase = job.phaseKey && has(job.phaseKey) ? text(job.phaseKey) : '';
  const amount =
    job.total === null
      ? t('done', { count: job.done, done: format.count(job.done) })
      : t('doneOf', { done: format.count(job.done), total: format.count(job.total) });
  const remaining = job.remainingMs === null ? '' : t('remaining', { time: format.remaining(job.remainingMs) });
  return (
    <ProgressBar
      variant="flash"
      label={title}
      value={job.total ? Math.min(100, (100 * job.done) / job.total) : 0}
      additionalInfo={[phase, job.state === 'queued' ? t('queued') : amount, remaining].filter(Boolean).join(' · ')}
    />
  );
}

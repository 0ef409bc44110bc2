/** Sets another expiry date for one offer of a run, or ends it, as the buttons of its page do. */
import { addDays } from '../../shared/domain/dates/plain-date.ts';
import type { OfferAction } from '../../shared/domain/offer/life/action.ts';
import type { OfferPlanReport } from '../../shared/contract/offers.ts';
import type { OfferLife } from '../offers/life.ts';
import type { Clock } from '../ports.ts';
import type { Performer, RowPlan, RowTask, TaskRow } from './task.ts';

type ExpiryTask = Extract<RowTask, { kind: 'expiry' }>;
type CancelTask = Extract<RowTask, { kind: 'cancel' }>;

export interface ChangeOffersDependencies {
  readonly life: Pick<OfferLife, 'plan' | 'begin'>;
  readonly clock: Clock;
}

export function createExpiry({ life }: ChangeOffersDependencies): Performer<ExpiryTask> {
  /** A service that would end before the new last day is lengthened in the same change set, where AWS wants that. */
  async function planned(row: TaskRow & { readonly task: ExpiryTask }, signal: AbortSignal): Promise<OfferPlanReport> {
    const plan = (agreementDuration: string | null) =>
      life.plan(refOf(row, { kind: 'expiry', availabilityEndDate: row.task.date, agreementDuration }), {
        fresh: false,
        signal,
      });
    const report = await plan(null);
    return report.suggestedDuration === null ? report : plan(report.suggestedDuration);
  }

  return {
    async plan(row, signal) {
      const report = await planned(row, signal);
      return { ...toPlan(report, row.task.date), undo: undoOf(report), task: row.task };
    },
    async begin(row, context) {
      const { action } = await planned(row, context.signal);
      return life.begin({ ...refOf(row, action), revision: null, ...context }, context.signal);
    },
  };
}

export function createCancel({ life, clock }: ChangeOffersDependencies): Performer<CancelTask> {
  const yesterday = () => addDays(new Date(clock.now()).toISOString().slice(0, 10), -1);
  return {
    async plan(row, signal) {
      const report = await life.plan(refOf(row, { kind: 'cancel' }), { fresh: false, signal });
      return { ...toPlan(report, yesterday()), undo: undoOf(report), task: row.task };
    },
    begin: (row, context) =>
      life.begin({ ...refOf(row, { kind: 'cancel' }), revision: null, ...context }, context.signal),
  };
}

function refOf({ account, subject }: TaskRow, action: OfferAction) {
  return { account, offerId: subject.id, action };
}

function toPlan(report: OfferPlanReport, after: string): Omit<RowPlan, 'undo' | 'task'> {
  const nothing = report.request === '' ? [{ messageKey: 'bulk:problem.nothingChanges', params: {} }] : [];
  return {
    label: report.name || report.offerId,
    buyers: report.buyers,
    before: report.availabilityEndDate,
    after,
    problems: [
      ...report.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ messageKey, params }) => ({ messageKey, params })),
      ...nothing,
    ],
    warnings: report.findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ ruleId, messageKey, params }) => ({ ruleId, messageKey, params })),
  };
}

/** The date can be set back to what it was, unless there was none. */
function undoOf({ availabilityEndDate }: OfferPlanReport): RowPlan['undo'] {
  return availabilityEndDate === null ? 'none' : 'whole';
}

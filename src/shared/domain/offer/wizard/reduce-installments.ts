/** Fixed units paid in instalments: what the buyer gets, and when it is paid. */
import type { Grant, Installment, OfferDraft } from '../draft.ts';
import type { InstallmentAction } from './actions.ts';
import { fitChoicesToKind } from './reduce-product.ts';
import { keepAside } from './set-aside.ts';

export function reduceInstallments(draft: OfferDraft, action: InstallmentAction): OfferDraft {
  switch (action.type) {
    case 'installments.enable':
      return fitChoicesToKind(withInstallments(draft, { enabled: action.enabled }));
    case 'grants.set':
      return withInstallments(draft, { grants: mergeGrants(draft.installments.grants, action.grants) });
    case 'fixedDuration.set':
      return withInstallments(draft, { duration: action.duration });
    case 'schedule.form':
      return keepAside(draft, { scheduleForm: action.form });
    case 'schedule.replace':
      return withSchedule(draft, () => [...action.rows]);
    case 'schedule.edit':
      return withSchedule(draft, (rows) =>
        rows.map((row, index) => (index === action.index ? { ...row, ...action.patch } : row)),
      );
    case 'schedule.insert':
      return withSchedule(draft, (rows) => rows.toSpliced(action.index, 0, action.row));
    case 'schedule.remove':
      return withSchedule(draft, (rows) => rows.filter((_, index) => index !== action.index));
  }
}

function withInstallments(draft: OfferDraft, patch: Partial<OfferDraft['installments']>): OfferDraft {
  return { ...draft, installments: { ...draft.installments, ...patch } };
}

function withSchedule(draft: OfferDraft, change: (rows: Installment[]) => Installment[]): OfferDraft {
  return withInstallments(draft, { schedule: change(draft.installments.schedule) });
}

function mergeGrants(grants: readonly Grant[], changed: readonly Grant[]): Grant[] {
  const quantities = new Map(grants.map(({ dimensionKey, quantity }) => [dimensionKey, quantity]));
  for (const { dimensionKey, quantity } of changed) quantities.set(dimensionKey, quantity);
  return [...quantities].map(([dimensionKey, quantity]) => ({ dimensionKey, quantity }));
}

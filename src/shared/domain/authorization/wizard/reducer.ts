/** Everything a person can do to the draft of an authorization, and what it makes of it. Pure; keeps whatever was typed. */
import { addDays, isPlainDate } from '../../dates/plain-date.ts';
import type { EulaFile } from '../../offer/draft.ts';
import type { DraftAction } from '../../offer/wizard/actions.ts';
import { reduceDraft } from '../../offer/wizard/reducer.ts';
import { applyDiscount, type ListPrices } from '../discount.ts';
import type { AuthorizationDraft, ResellerContract, ValidityKind } from '../draft.ts';
import { toSheet, withSheet } from '../sheet.ts';

type OwnAction =
  | { readonly type: 'resellers.add'; readonly ids: readonly string[] }
  | { readonly type: 'resellers.remove'; readonly id: string }
  | { readonly type: 'validity.choose'; readonly validity: ValidityKind }
  | { readonly type: 'latestStart.set'; readonly date: string }
  | { readonly type: 'netPayment.set'; readonly period: string }
  | { readonly type: 'pricing.entry'; readonly entry: AuthorizationDraft['pricing']['entry'] }
  /** `list`: the public offer's prices, from which the wholesale prices follow. */
  | { readonly type: 'discount.set'; readonly percent: string; readonly list: ListPrices | null }
  | { readonly type: 'resellerContract.choose'; readonly kind: ResellerContract['kind'] }
  | { readonly type: 'resellerContract.file'; readonly file: EulaFile | null }
  | { readonly type: 'authorization.fix'; readonly fixed: AuthorizationDraft };

/** What offers have too is done by the actions of offers. */
export type AuthorizationAction = OwnAction | DraftAction;

export function reduceAuthorization(draft: AuthorizationDraft, action: AuthorizationAction): AuthorizationDraft {
  switch (action.type) {
    case 'resellers.add':
      return { ...draft, resellers: [...new Set([...draft.resellers, ...action.ids])] };
    case 'resellers.remove':
      return { ...draft, resellers: draft.resellers.filter((id) => id !== action.id) };
    case 'validity.choose':
      return { ...draft, validity: action.validity };
    case 'latestStart.set':
      return { ...draft, latestStartDate: action.date };
    case 'netPayment.set':
      return { ...draft, netPayment: action.period };
    case 'pricing.entry':
      return { ...draft, pricing: { ...draft.pricing, entry: action.entry } };
    case 'discount.set':
      return applyDiscount({ ...draft, pricing: { entry: 'discount', discountPercent: action.percent } }, action.list);
    case 'resellerContract.choose':
      return chooseContract(draft, action.kind);
    case 'resellerContract.file':
      return { ...draft, resellerContract: { kind: 'custom', file: action.file } };
    case 'authorization.fix':
      return action.fixed;
    default:
      return reduceShared(draft, action);
  }
}

function chooseContract(draft: AuthorizationDraft, kind: ResellerContract['kind']): AuthorizationDraft {
  const { resellerContract: contract } = draft;
  if (contract.kind === kind) return draft;
  const kept = contract.kind === 'custom' ? contract.file : (draft.setAsideResellerFile ?? null);
  return {
    ...draft,
    resellerContract: kind === 'custom' ? { kind, file: kept } : { kind },
    setAsideResellerFile: kept,
  };
}

/** With instalments AWS takes single use only; the choice before comes back by hand, since nobody can say that it was meant. */
function reduceShared(draft: AuthorizationDraft, action: DraftAction): AuthorizationDraft {
  const sheet = toSheet(draft);
  const reduced = reduceDraft(sheet, action.type === 'product.choose' ? sooner(action) : action);
  if (reduced === sheet) return draft;
  const next = withSheet(draft, reduced);
  const turnedOn = action.type === 'installments.enable' && action.enabled;
  return turnedOn ? { ...next, validity: 'single-use' } : next;
}

/** An offer stays open for 30 days; behind two weeks a year of monthly payments still fits into an agreement of a year. */
const SOONER_DAYS = 16;

function sooner(action: Extract<DraftAction, { type: 'product.choose' }>): DraftAction {
  const { availabilityEndDate: end } = action.start;
  return isPlainDate(end)
    ? { ...action, start: { ...action.start, availabilityEndDate: addDays(end, -SOONER_DAYS) } }
    : action;
}

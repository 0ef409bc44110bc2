/** Which features an account uses by its persona, and which IAM actions are therefore shown before anything is known. */
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import { FEATURE_ACTIONS, featuresOf, type PermissionFeature } from '../../shared/domain/account/permissions.ts';

export function featuresOfAccount({ persona, eulaBucket }: AccountSettings): PermissionFeature[] {
  return featuresOf(persona, eulaBucket !== null);
}

export function expectedActions(settings: AccountSettings): string[] {
  return [...new Set(featuresOfAccount(settings).flatMap((feature) => FEATURE_ACTIONS[feature]))];
}

/** Addresses of the pages of engagements. */
export const ENGAGEMENTS_PATH = '/engagements';

export interface EngagementRef {
  readonly account: string;
  readonly engagementId: string;
}

export function toEngagementPath({ account, engagementId }: EngagementRef): string {
  return `${ENGAGEMENTS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(engagementId)}`;
}

/** Addresses of the pages of invitations. */
export const INVITATIONS_PATH = '/invitations';

export interface InvitationRef {
  readonly account: string;
  readonly invitationId: string;
}

export function toInvitationPath({ account, invitationId }: InvitationRef): string {
  return `${INVITATIONS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(invitationId)}`;
}

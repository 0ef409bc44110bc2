/** The list behind each number: its address, filtered to what was counted. */

type Params = Readonly<Record<string, string | readonly string[]>>;

export function listLink(place: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  return `/${place}?${search}`;
}

export const offersLink = (params: Params) => listLink('offers', params);
export const agreementsLink = (params: Params) => listLink('agreements', params);
export const authorizationsLink = (params: Params) => listLink('authorizations', params);

const UNFINISHED = ['intended', 'eula-uploaded', 'sending', 'sent', 'succeeded'];

export const ATTENTION_LINKS: Readonly<Record<string, string>> = {
  stopped: listLink('activity', { state: UNFINISHED }),
  failed: listLink('activity', { state: ['failed', 'refused'] }),
  differs: listLink('activity', { state: 'verified' }),
  unread: listLink('inbox', { unread: 'yes' }),
  'drafts-at-aws': offersLink({ state: 'draft' }),
  queue: '/inbox/queues',
};

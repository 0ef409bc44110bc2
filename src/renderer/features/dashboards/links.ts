/** The list behind each number: its address, filtered to what was counted. */

type Params = Readonly<Record<string, string | readonly string[]>>;

function list(place: string, params: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  return `/${place}?${search}`;
}

export const offersLink = (params: Params) => list('offers', params);
export const agreementsLink = (params: Params) => list('agreements', params);
export const authorizationsLink = (params: Params) => list('authorizations', params);

const UNFINISHED = ['intended', 'eula-uploaded', 'sending', 'sent', 'succeeded'];

export const ATTENTION_LINKS: Readonly<Record<string, string>> = {
  stopped: list('activity', { state: UNFINISHED }),
  failed: list('activity', { state: ['failed', 'refused'] }),
  differs: list('activity', { state: 'verified' }),
  unread: list('inbox', { unread: 'yes' }),
  'drafts-at-aws': offersLink({ state: 'draft' }),
  queue: '/inbox/queues',
};

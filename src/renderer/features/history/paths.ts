/** Addresses of the history's pages. */
export const HISTORY_PATH = '/history';
export const CALLS_PATH = '/history/calls';
export const REPORTS_PATH = '/history/reports';

export const toChangeRecordPath = (id: string) => `/history/changes/${encodeURIComponent(id)}`;
export const toCallRecordPath = (seq: number) => `/history/calls/${seq}`;
/** The sync log, narrowed. */
export function toCallsPath(params: Readonly<Record<string, string | readonly string[]>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of typeof value === 'string' ? [value] : value) search.append(name, each);
  }
  return `${CALLS_PATH}?${search}`;
}
/** The calls of one write. */
export const toCallsOfChangePath = (id: string) => `${CALLS_PATH}?change=${encodeURIComponent(id)}`;
/** Where a failed write is corrected and sent again. */
export const toRepeatPath = (id: string) => `${toChangeRecordPath(id)}/repeat`;

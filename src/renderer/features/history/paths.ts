/** Addresses of the history's pages. */
export const HISTORY_PATH = '/history';
export const CALLS_PATH = '/history/calls';

export const toChangeRecordPath = (id: string) => `/history/changes/${encodeURIComponent(id)}`;
export const toCallRecordPath = (seq: number) => `/history/calls/${seq}`;
/** The calls of one write. */
export const toCallsOfChangePath = (id: string) => `${CALLS_PATH}?change=${encodeURIComponent(id)}`;

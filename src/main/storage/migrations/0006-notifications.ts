/** Queues and what has come in by them. */
export const notifications = {
  version: 6,
  name: 'notifications',
  sql: `
`,
};

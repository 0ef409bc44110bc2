/** The copy of agreements and of requests about them. */
export const agreements = {
  version: 4,
  name: 'agreements',
  sql: `
`,
};

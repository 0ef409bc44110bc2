/** What the views of changes and calls look into. */
export const history = {
  version: 8,
  name: 'history',
  sql: `
`,
};

/** The journal takes writes of every kind, not offers alone. */
export const journal = {
  version: 2,
  name: 'journal',
  sql: `
`,
};

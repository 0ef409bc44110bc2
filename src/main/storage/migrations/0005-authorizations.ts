/** The copies of resale authorizations, issued and received, and their drafts. */
export const authorizations = {
  version: 5,
  name: 'authorizations',
  sql: `
`,
};

/** Versions of entities and named templates. */
export const versions = {
  version: 3,
  name: 'versions',
  sql: `
`,
};

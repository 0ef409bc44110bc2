/** Bulk runs and their rows. */
export const bulk = {
  version: 7,
  name: 'bulk',
  sql: `
`,
};

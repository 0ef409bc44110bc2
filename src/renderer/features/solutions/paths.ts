/** Addresses of the pages of solutions. */

export const SOLUTIONS_PATH = '/solutions';

export function toSolutionPath(account: string, id: string): string {
  return `${SOLUTIONS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(id)}`;
}

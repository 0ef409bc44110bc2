/** Text as a search compares it: width and case do not matter. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

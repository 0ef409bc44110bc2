/** Moves the focus to the same column of the row below or above. */

export function focusNeighbour(place: HTMLElement | null, step: 1 | -1): void {
  const cell = place?.closest('td, th');
  const row = cell?.closest('tr');
  const neighbour = step === 1 ? row?.nextElementSibling : row?.previousElementSibling;
  if (!cell || !row || !neighbour) return;
  const column = [...row.children].indexOf(cell);
  neighbour.children[column]?.querySelector<HTMLInputElement>('input')?.focus();
}

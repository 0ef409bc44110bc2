/** Prints measurements as a table that people and scripts can read. */
import { holds, type BenchRow } from './bench.ts';

const HEADS = ['measurement', 'value', 'bound', 'holds', 'bound or baseline'];

export function formatTable(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${row.value} ${row.unit}`.trim(),
    row.bound === null ? '-' : `${row.bound} ${row.unit}`.trim(),
    row.bound === null ? '-' : holds(row) ? 'yes' : 'NO',
    row.because,
  ]);
  const widths = HEADS.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(HEADS), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** What goes to standard output: a table for people or JSON for programs, never both, and nothing else. */
import { maskText } from '../../masking/mask.ts';

export interface Column<T> {
  readonly heading: string;
  readonly value: (row: T) => string;
}

export interface Output {
  readonly format: 'table' | 'json';
  /** The result of a command: `value` as JSON, or the table of its rows. */
  rows<T>(value: unknown, rows: readonly T[], columns: readonly Column<T>[]): void;
  /** One thing: `value` as JSON, or its lines. */
  lines(value: unknown, lines: readonly string[]): void;
  /** Text that is the result itself (YAML, CSV), whatever the format. */
  text(text: string): void;
  /** Progress and remarks, on standard error; not with `--quiet`. */
  say(line: string): void;
  /** What must be read, on standard error in any case. */
  warn(line: string): void;
}

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export function createOutput(format: 'table' | 'json', streams: Streams, quiet: boolean): Output {
  const json = (value: unknown) => streams.out(`${maskText(JSON.stringify(value, null, 2))}\n`);
  return {
    format,
    rows(value, rows, columns) {
      if (format === 'json') json(value);
      else for (const line of toTable(rows, columns)) streams.out(`${maskText(line)}\n`);
    },
    lines(value, lines) {
      if (format === 'json') json(value);
      else for (const line of lines) streams.out(`${maskText(line)}\n`);
    },
    text: (text) => streams.out(maskText(text.endsWith('\n') ? text : `${text}\n`)),
    warn: (line) => streams.err(`${maskText(line)}\n`),
    say(line) {
      if (!quiet) streams.err(`${maskText(line)}\n`);
    },
  };
}

export function toTable<T>(rows: readonly T[], columns: readonly Column<T>[]): string[] {
  const cells = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ value }) => plain(value(row)))),
  ];
  const widths = columns.map((_column, index) => Math.max(...cells.map((line) => widthOf(line[index] ?? ''))));
  return cells.map((line) =>
    line
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** One line a cell, and nothing that moves a terminal's cursor: names come from outside. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** East Asian letters take two columns of a terminal. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      letter,
    )
      ? 2
      : 1;
  return width;
}

/** Where in a text of JSON each member stands, so that a finding can name its line. */

/** Dotted path -> line, the first being 1. The text must be valid JSON. */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g;
  /** The way to where the reading stands: member names, and positions in lists. */
  const path: (string | number)[] = [];
  const groups: ('{' | '[')[] = [];
  let line = 1;
  let isName = false;
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      if (groups.at(-1) === '[') note(path, line);
      groups.push(token);
      path.push(token === '[' ? 0 : '');
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      groups.pop();
      path.pop();
      isName = false;
    } else if (token === ',') {
      if (groups.at(-1) === '[') path.push(Number(path.pop()) + 1);
      else isName = true;
    } else if (token === ':') {
      path.pop();
      path.push(last);
      note(path, line);
      isName = false;
    } else if (isName) last = JSON.parse(token) as string;
    else if (groups.at(-1) === '[') note(path, line);
  }
  return lines;

  function note(at: readonly (string | number)[], found: number): void {
    const name = at.join('.');
    if (!lines.has(name)) lines.set(name, found);
  }
}

/** The line of a member, or of the nearest group around it that is there. */
export function lineAt(lines: ReadonlyMap<string, number>, path: string): number | null {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = lines.get(part);
    if (found !== undefined) return found;
  }
  return null;
}

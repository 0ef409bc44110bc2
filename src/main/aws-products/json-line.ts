/** Finds the line on which a text stops being JSON; the engine itself does not always say it. */

const TOKEN =
  /\s*("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])/uy;

/** What may come next. `first`: a value or the end of an empty array; `name`: a member, `firstName`: or the end of an empty object. */
type Expected = 'value' | 'first' | 'firstName' | 'name' | 'colon' | 'after';

export function lineOfSyntax(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const next = step(match[1] ?? '', expected, open);
    if (next === null) break;
    expected = next;
    end = TOKEN.lastIndex;
  }
  const rest = text.slice(end);
  const breaks = rest.length - rest.trimStart().length;
  return text.slice(0, rest.trim() === '' ? end : end + breaks).split('\n').length;
}

/** null: this token may not stand here. */
function step(token: string, expected: Expected, open: string[]): Expected | null {
  if (token === ']' || token === '}') return close(token, expected, open);
  if (expected === 'after') {
    if (token !== ',' || open.length === 0) return null;
    return open.at(-1) === '[' ? 'value' : 'name';
  }
  if (expected === 'colon') return token === ':' ? 'value' : null;
  if (token === ',' || token === ':') return null;
  if (expected === 'name' || expected === 'firstName') return token.startsWith('"') ? 'colon' : null;
  if (token !== '[' && token !== '{') return 'after';
  open.push(token);
  return token === '[' ? 'first' : 'firstName';
}

function close(token: string, expected: Expected, open: string[]): Expected | null {
  const isEmpty = expected === (token === ']' ? 'first' : 'firstName');
  if (open.at(-1) !== (token === ']' ? '[' : '{') || !(isEmpty || expected === 'after')) return null;
  open.pop();
  return 'after';
}

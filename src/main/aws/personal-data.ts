/** Hides people in the recorded calls of Partner Central: who they are is in the record itself, and need not lie in every log of it. */
const NAMES = /^(FirstName|LastName|Email|Phone|SenderContactEmail|StreetAddress|Duns)$/;
/** Looked for at the beginning of words alone: a long word without an address would otherwise be read from each of its letters. */
const EMAIL = /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+(@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g;

/** A copy in which contacts show no more than their first letter; addresses of mail keep their domain. */
export function hidePeople(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(EMAIL, '•••$1');
  if (Array.isArray(value)) return value.map(hidePeople);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      NAMES.test(key) && typeof member === 'string' && !member.includes('@') ? hide(member) : hidePeople(member),
    ]),
  );
}

function hide(text: string): string {
  const [first] = text;
  return first === undefined ? '' : `${first}•••`;
}

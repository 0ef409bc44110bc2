/** Puts a sum of whole units and a sum of hundred-millionths together as decimal text, digit by digit. */
const PLACES = 8;
const ONE = 10n ** BigInt(PLACES);

export function exactSum(whole: number, fraction: number): string {
  const total = BigInt(whole) * ONE + BigInt(fraction);
  const units = total / ONE;
  const rest = (total % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '');
  return rest === '' ? String(units) : `${units}.${rest}`;
}

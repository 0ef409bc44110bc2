/** Which members of a deed are not right, told once somebody has tried to send it. */
import { useState } from 'react';
import { deedSchema, type Deed } from '../../../shared/domain/engagement/deed.ts';

export function useWrong(deed: Deed): { readonly wrong: ReadonlySet<string>; refused(): void } {
  const [asked, setAsked] = useState(false);
  const parsed = deedSchema.safeParse(deed);
  const paths = asked && !parsed.success ? parsed.error.issues.map(({ path }) => path.join('.')) : [];
  return { wrong: new Set(paths), refused: () => setAsked(true) };
}

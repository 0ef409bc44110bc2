/** A range of LastModifiedDate as the Catalog's typed filters take it. */
import type { ModifiedRange } from './copy.ts';

interface DateRangeFilter {
  readonly LastModifiedDate?: { readonly DateRange: { readonly AfterValue?: string; readonly BeforeValue?: string } };
}

/** Whether the range limits nothing; an empty filter is better left out of a request. */
export function isOpen({ from, to }: ModifiedRange): boolean {
  return from === null && to === null;
}

export function lastModified(range: ModifiedRange): DateRangeFilter {
  if (isOpen(range)) return {};
  const { from, to } = range;
  return {
    LastModifiedDate: {
      DateRange: { ...(from === null ? {} : { AfterValue: from }), ...(to === null ? {} : { BeforeValue: to }) },
    },
  };
}

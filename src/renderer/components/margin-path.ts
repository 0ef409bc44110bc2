/** The address of the margin page, filled in with what is known of a deal. */

interface KnownDeal {
  readonly currency: string | null;
  /** Percentage as typed or as AWS gives it. */
  readonly markup?: string | null;
  /** Wholesale in all: taken as the list price without any discount. */
  readonly list?: string | null;
}

export function marginPath({ currency, markup = null, list = null }: KnownDeal): string {
  const decimal = (text: string | null) => (/^\d+(\.\d+)?$/.test(text?.trim() ?? '') ? (text?.trim() ?? '') : null);
  const [percentage, wholesale] = [decimal(markup), decimal(list)];
  const query = new URLSearchParams({
    ...(currency && { currency }),
    ...(percentage && { markup: percentage }),
    ...(wholesale && { list: wholesale, discount: '0' }),
  });
  return `/margin?${query}`;
}

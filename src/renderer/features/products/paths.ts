/** Addresses of the product pages. */
export const PRODUCTS_PATH = '/products';

export function toProductPath(account: string, productId: string): string {
  return `${PRODUCTS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(productId)}`;
}

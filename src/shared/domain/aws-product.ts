/** A product of AWS as Partner Central knows it: sent by its identifier, shown by its name. */
import { z } from 'zod';

export const awsProductSchema = z.object({
  /** As the API takes it, such as `AmazonEC2`. */
  id: z.string(),
  name: z.string(),
  /** What AWS groups it under; empty where the list says nothing. */
  family: z.string(),
  description: z.string(),
});
export type AwsProduct = z.infer<typeof awsProductSchema>;

/** Where AWS documents that its list is published. */
export const AWS_PRODUCTS_ADDRESS =
  'https://github.com/aws-samples/partner-crm-integration-samples/blob/main/resources/aws_products.json';

/** A page that shows a file on GitHub is no file: this is where the file itself is. Any other address stays as it is. */
export function toFileAddress(address: string): string {
  const found = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw)\/([^?#]+)/.exec(address);
  return found ? `https://raw.githubusercontent.com/${found[1]}/${found[2]}/${found[3]}` : address;
}

/** Encrypted, and without a password that would then lie in the settings. */
export function isPublicAddress(address: string): boolean {
  return /^https:\/\/[^/?#@\s\\]+(?:[/?#][^\s\\]*)?$/.test(address);
}

/** A small list of products that nobody sells, in the form of AWS's published one. */
export const PRODUCT_LIST = [
  { Identifier: 'AmazonExample', Name: 'Amazon Example Service', Family: 'Compute', Description: 'Runs examples' },
  { Identifier: 'AWSSampleStore', Name: 'AWS Sample Store', Family: 'Storage', Description: 'Keeps samples' },
  { Identifier: 'AWSNoFamily', Name: 'AWS Thing without a Family' },
];

export const productListText = JSON.stringify(PRODUCT_LIST, null, 2);

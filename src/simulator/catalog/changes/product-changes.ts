/** Changes of products, as far as offers need them. */
import { z } from 'zod';
import type { Dimension, ProductType } from '../model.ts';
import { accountIdText, dimensionKeyText, entityIdText, httpsUrl, plainText } from '../schema/values.ts';
import { creation, productUpdate, type ChangeType } from './change-type.ts';

const dimensionTypes = z
  .array(z.enum(['Entitled', 'Metered', 'ExternallyMetered']))
  .min(1)
  .max(3);
const title = plainText(72);

export function createProduct(type: ProductType): ChangeType {
  return creation(z.strictObject({ ProductTitle: title.optional() }), ({ ProductTitle }, site) => ({
    id: site.newId('prod'),
    type,
    owner: site.owner,
    revision: 0,
    modifiedAt: site.now,
    title: ProductTitle ?? null,
    productCode: site.newId('').slice(0, 25),
    visibility: 'Draft',
    information: {},
    dimensions: [],
    fulfillmentUrl: null,
    allowList: [],
    rateCardConstraint: null,
  }));
}

const information = z.strictObject({
  ProductTitle: title.optional(),
  ShortDescription: plainText(1000).optional(),
  LongDescription: plainText(5000).optional(),
  Sku: plainText(100).optional(),
  LogoUrl: httpsUrl.optional(),
  VideoUrls: z.array(httpsUrl).max(1).optional(),
  Highlights: z.array(plainText(500)).min(1).max(3).optional(),
  AdditionalResources: z
    .array(z.strictObject({ Text: plainText(500), Url: httpsUrl }))
    .max(3)
    .optional(),
  SupportDescription: plainText(2000).optional(),
  Categories: z.array(plainText(100)).min(1).max(3).optional(),
  SearchKeywords: z.array(plainText(50)).min(1).max(15).optional(),
});

export const updateProductInformation = productUpdate(information, (given, product) => {
  const { ProductTitle, ...rest } = given;
  return { ...product, title: ProductTitle ?? product.title, information: { ...product.information, ...rest } };
});

/** SaaS names are shorter than those of AMI and container dimensions. */
export function addDimensions(longestName: number): ChangeType {
  const dimensions = z
    .array(
      z.strictObject({
        Key: dimensionKeyText,
        Name: plainText(longestName),
        Description: plainText(1000),
        Unit: plainText(20),
        Types: dimensionTypes,
      }),
    )
    .min(1);
  return productUpdate(dimensions, (added, product) => ({
    ...product,
    dimensions: [...product.dimensions, ...added],
  }));
}

export function updateDimensions(longestName: number): ChangeType {
  const changes = z
    .array(
      z.strictObject({
        Key: dimensionKeyText,
        Types: dimensionTypes,
        Name: plainText(longestName).optional(),
        Description: plainText(1000).optional(),
      }),
    )
    .min(1);
  return productUpdate(changes, (changed, product) => ({
    ...product,
    dimensions: product.dimensions.map((dimension): Dimension => {
      const change = changed.find(({ Key }) => Key === dimension.Key);
      return change
        ? {
            ...dimension,
            Types: change.Types,
            Name: change.Name ?? dimension.Name,
            Description: change.Description ?? dimension.Description,
          }
        : dimension;
    }),
  }));
}

export const updateProductTargeting = productUpdate(
  z.strictObject({ PositiveTargeting: z.strictObject({ BuyerAccounts: z.array(accountIdText).max(100) }) }),
  ({ PositiveTargeting }, product) => ({ ...product, allowList: PositiveTargeting.BuyerAccounts }),
);

export const updateProductVisibility = productUpdate(
  z.strictObject({
    TargetVisibility: z.enum(['Public', 'Limited', 'Restricted']),
    ReplacementProductId: entityIdText.optional(),
  }),
  ({ TargetVisibility, ReplacementProductId }, product) => ({
    ...product,
    visibility: TargetVisibility,
    information: ReplacementProductId ? { ...product.information, ReplacementProductId } : product.information,
  }),
);

export const addSaasDeliveryOptions = productUpdate(
  z.strictObject({
    DeliveryOptions: z
      .array(
        z.strictObject({
          Details: z.strictObject({
            SaaSUrlDeliveryOptionDetails: z.strictObject({
              FulfillmentUrl: httpsUrl.min(8),
              LaunchUrl: httpsUrl.optional(),
              UsageInstructions: plainText(4000).optional(),
              QuickLaunchEnabled: z.boolean().optional(),
              DeploymentTemplates: z.array(z.unknown()).optional(),
            }),
          }),
        }),
      )
      .min(1)
      .max(1),
  }),
  ({ DeliveryOptions }, product) => ({
    ...product,
    fulfillmentUrl: DeliveryOptions[0]?.Details.SaaSUrlDeliveryOptionDetails.FulfillmentUrl ?? null,
  }),
);

/** A first release makes the product Limited; going Public is a step of its own. */
export const releaseProduct = productUpdate(z.strictObject({}), (_details, product) => ({
  ...product,
  visibility: 'Limited',
}));

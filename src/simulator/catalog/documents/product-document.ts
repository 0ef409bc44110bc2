/** The DescribeEntity document of a product; members are null where a draft has nothing yet. */
import type { ProductEntity } from '../model.ts';

export function productDocument(product: ProductEntity): Record<string, unknown> {
  const info = product.information;
  return {
    Description: {
      ProductTitle: product.title,
      ProductCode: product.productCode,
      ShortDescription: info['ShortDescription'] ?? null,
      Manufacturer: info['Manufacturer'] ?? null,
      LongDescription: info['LongDescription'] ?? null,
      Sku: info['Sku'] ?? null,
      Highlights: info['Highlights'] ?? null,
      Categories: info['Categories'] ?? null,
      SearchKeywords: info['SearchKeywords'] ?? null,
      Visibility: product.visibility,
      ProductState: product.visibility === 'Draft' ? 'Draft' : 'Available',
      ReplacementProductId: info['ReplacementProductId'] ?? null,
    },
    PromotionalResources: promotionalResources(info),
    SupportInformation: { Description: info['SupportDescription'] ?? null },
    Dimensions: product.dimensions,
    Versions: versions(product),
    Targeting: { PositiveTargeting: { BuyerAccounts: product.allowList } },
  };
}

function promotionalResources(info: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const videos = Array.isArray(info['VideoUrls']) ? info['VideoUrls'] : [];
  const resources = Array.isArray(info['AdditionalResources']) ? info['AdditionalResources'] : [];
  return {
    LogoUrl: info['LogoUrl'] ?? null,
    Videos: videos.map((Url: unknown) => ({ Type: 'Link', Title: null, Url })),
    AdditionalResources: resources.map((resource: object) => ({ Type: 'Link', ...resource })),
  };
}

function versions(product: ProductEntity): unknown[] {
  if (product.fulfillmentUrl === null) return [];
  const suffix = product.id.slice(-13);
  return [
    {
      Id: `version-${suffix}`,
      DeliveryOptions: [
        {
          Id: `do-${suffix}`,
          Type: 'SoftwareRegistration',
          FulfillmentUrl: product.fulfillmentUrl,
          Visibility: product.visibility,
        },
      ],
    },
  ];
}

/** GetAwsOpportunitySummary: the deal as AWS's own people see it. */
import { opportunityOf, type Operation } from '../context.ts';
import { notFound } from '../errors.ts';
import type { OpportunityRecord } from '../model.ts';
import { present } from '../rules/stored-content.ts';

export const getAwsOpportunitySummary: Operation = (asked, context) => {
  const record = opportunityOf(asked.input['RelatedOpportunityIdentifier'], asked, context);
  const summary = awsSummary(record);
  // AWS knows nothing of a deal before it is submitted.
  if (!summary) throw notFound(record.id);
  return { ...summary, Catalog: record.catalog };
};

export function awsSummary(record: OpportunityRecord): Record<string, unknown> | null {
  const { submission, aws, content, related } = record;
  if (!submission || !aws) return null;
  const hasEnded = aws.stage === 'Launched' || aws.stage === 'Closed Lost';
  return present({
    RelatedOpportunityId: record.id,
    Origin: record.origin,
    InvolvementType: submission.involvement,
    InvolvementTypeChangeReason: submission.changeReason ?? undefined,
    Visibility: submission.visibility,
    LifeCycle: present({
      Stage: hasEnded ? aws.stage : undefined,
      TargetCloseDate: hasEnded ? (aws.targetCloseDate ?? undefined) : undefined,
      ClosedLostReason: aws.stage === 'Closed Lost' ? content.LifeCycle.ClosedLostReason : undefined,
      NextSteps: aws.nextSteps ?? undefined,
      NextStepsHistory: aws.history.length === 0 ? undefined : aws.history,
    }),
    OpportunityTeam: aws.team,
    Insights: insights(record, aws),
    CosellMotion: aws.cosellMotion ?? undefined,
    RelatedEntityIds: {
      AwsProducts: related.AwsProducts,
      Solutions: related.Solutions,
      AwsMarketplaceSolutions: related.AwsMarketplaceSolutions,
      AwsMarketplaceProducts: related.AwsMarketplaceProducts,
    },
    Customer: { Contacts: content.Customer?.Contacts ?? [] },
    Project: present({
      ExpectedCustomerSpend: content.Project?.ExpectedCustomerSpend?.filter(
        ({ TargetCompany }) => TargetCompany === 'AWS',
      ),
      AwsPartition: content.Project?.AwsPartition,
    }),
  });
}

const QUALITY = { High: 84, Medium: 61, Low: 32 } as const;

function insights({ content, related }: OpportunityRecord, aws: NonNullable<OpportunityRecord['aws']>) {
  const spend = content.Project?.ExpectedCustomerSpend?.find(({ TargetCompany }) => TargetCompany === 'AWS');
  const products = related.AwsProducts.map((ProductCode) => ({
    ProductCode,
    Categories: ['Compute'],
    Optimizations: [],
  }));
  return present({
    NextBestActions: aws.nextBestActions,
    EngagementScore: aws.score,
    OpportunityQuality: { Score: QUALITY[aws.score], Trend: aws.score === 'Low' ? 'Declining' : 'No Change' },
    Recommendations: [{ Type: 'OpportunityQuality', Details: aws.nextBestActions }],
    AwsProductsSpendInsightsBySource:
      spend?.Amount === undefined || products.length === 0
        ? undefined
        : {
            Partner: {
              CurrencyCode: spend.CurrencyCode,
              Frequency: 'Monthly',
              TotalAmount: spend.Amount,
              TotalAmountByCategory: { Compute: spend.Amount },
              AwsProducts: products,
            },
          },
  });
}

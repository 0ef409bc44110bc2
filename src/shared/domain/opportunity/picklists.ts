/** AWS's closed lists of an opportunity, in AWS's own words. Labels in the four languages stand in the catalogue `picklists`. */

export const STAGES = [
  'Prospect',
  'Qualified',
  'Technical Validation',
  'Business Validation',
  'Committed',
  'Launched',
  'Closed Lost',
] as const;
export type Stage = (typeof STAGES)[number];

export const REVIEW_STATUSES = [
  'Pending Submission',
  'Submitted',
  'In review',
  'Approved',
  'Rejected',
  'Action Required',
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const INVOLVEMENTS = ['Co-Sell', 'For Visibility Only'] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

export const VISIBILITIES = ['Full', 'Limited'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The titles under which a member of the partner's team is sent. */
export const TEAM_TITLES = ['PartnerAccountManager', 'OpportunityOwner'] as const;

/** What may stand beside an opportunity, with how many of each AWS takes. */
export const ASSOCIATION_TYPES = [
  'Solutions',
  'AwsMarketplaceSolutions',
  'AwsMarketplaceProducts',
  'AwsProducts',
  'AwsMarketplaceOffers',
  'AwsMarketplaceOfferSets',
] as const;
export type AssociationType = (typeof ASSOCIATION_TYPES)[number];

export const ASSOCIATION_LIMITS: Readonly<Record<AssociationType, number>> = {
  Solutions: 10,
  AwsMarketplaceSolutions: 10,
  AwsMarketplaceProducts: 10,
  AwsProducts: 20,
  AwsMarketplaceOffers: 1,
  AwsMarketplaceOfferSets: 1,
};

/** One of these must stand beside an opportunity before it is shared. */
export const OFFERING_TYPES: readonly AssociationType[] = [
  'Solutions',
  'AwsMarketplaceSolutions',
  'AwsMarketplaceProducts',
];

const list = (text: string): readonly string[] => text.split(';').map((value) => value.trim());

export const PICKLISTS = {
  stage: STAGES as readonly string[],
  reviewStatus: REVIEW_STATUSES as readonly string[],
  involvement: INVOLVEMENTS as readonly string[],
  visibility: VISIBILITIES as readonly string[],
  teamTitle: TEAM_TITLES as readonly string[],
  awsTitle: list(`AWSSalesRep; AWSAccountOwner; WWPSPDM; PDM; PSM; ISVSM; Signatory`),
  association: ASSOCIATION_TYPES as readonly string[],
  yesNo: ['Yes', 'No'] as readonly string[],
  opportunityType: ['Net New Business', 'Flat Renewal', 'Expansion'] as readonly string[],
  need: list(
    `Co-Sell - Architectural Validation; Co-Sell - Business Presentation; Co-Sell - Competitive Information;
     Co-Sell - Pricing Assistance; Co-Sell - Technical Consultation; Co-Sell - Total Cost of Ownership Evaluation;
     Co-Sell - Deal Support; Co-Sell - Support for Public Tender / RFx`,
  ),
  industry: list(
    `Aerospace; Agriculture; Automotive; Computers and Electronics; Consumer Goods; Education; Energy - Oil and Gas;
     Energy - Power and Utilities; Financial Services; Gaming; Government; Healthcare; Hospitality; Life Sciences;
     Manufacturing; Marketing and Advertising; Media and Entertainment; Mining; Non-Profit Organization;
     Professional Services; Real Estate and Construction; Retail; Software and Internet; Telecommunications;
     Transportation and Logistics; Travel; Wholesale and Distribution; Other`,
  ),
  deliveryModel: list('SaaS or PaaS; BYOL or AMI; Managed Services; Professional Services; Resell; Other'),
  salesActivity: list(
    `Initialized discussions with customer; Customer has shown interest in solution; Conducted POC / Demo;
     In evaluation / planning stage; Agreed on solution to Business Problem; Completed Action Plan;
     Finalized Deployment Need; SOW Signed`,
  ),
  competitor: list(
    `Oracle Cloud; On-Prem; Co-location; Akamai; AliCloud; Google Cloud Platform; IBM Softlayer; Microsoft Azure;
     Other- Cost Optimization; No Competition; *Other`,
  ),
  closedLostReason: list(
    `Customer Deficiency; Delay / Cancellation of Project; Legal / Tax / Regulatory; Lost to Competitor - Google;
     Lost to Competitor - Microsoft; Lost to Competitor - SoftLayer; Lost to Competitor - VMWare;
     Lost to Competitor - Other; No Opportunity; On Premises Deployment; Partner Gap; Price; Security / Compliance;
     Technical Limitations; Customer Experience; Other; People/Relationship/Governance; Product/Technology;
     Financial/Commercial`,
  ),
  marketingSource: ['Marketing Activity', 'None'] as readonly string[],
  channel: list(
    `AWS Marketing Central; Content Syndication; Display; Email; Live Event; Out Of Home (OOH); Print; Search; Social;
     Telemarketing; TV; Video; Virtual Event`,
  ),
  marketingUseCase: list(
    `AI/ML; Analytics; Application Integration; Blockchain; Business Applications; Cloud Financial Management; Compute;
     Containers; Customer Engagement; Databases; Developer Tools; End User Computing; Front End Web & Mobile; Game Tech;
     IoT; Management & Governance; Media Services; Migration & Transfer; Networking & Content Delivery;
     Quantum Technologies; Robotics; Satellite; Security; Serverless; Storage; VR & AR`,
  ),
  revenueModel: list('Contract; Pay-as-you-go; Subscription'),
  useCase: list(
    `AI Machine Learning and Analytics; Archiving; Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI;
     Blockchain; Business Applications: Mainframe Modernization; Business Applications & Contact Center;
     Business Applications & SAP Production; Centralized Operations Management; Cloud Management Tools;
     Cloud Management Tools & DevOps with Continuous Integration & Continuous Delivery (CICD);
     Configuration, Compliance & Auditing; Connected Services; Containers & Serverless;
     Content Delivery & Edge Services; Database; Edge Computing / End User Computing; Energy;
     Enterprise Governance & Controls; Enterprise Resource Planning; Financial Services; Healthcare and Life Sciences;
     High Performance Computing; Hybrid Application Platform; Industrial Software; IOT;
     Manufacturing, Supply Chain and Operations; Media & High performance computing (HPC);
     Migration / Database Migration; Monitoring, logging and performance; Monitoring & Observability; Networking;
     Outpost; SAP; Security & Compliance; Storage & Backup; Training; VMC; VMWare; Web development & DevOps`,
  ),
  apnProgram: list(
    `APN Immersion Days; APN Solution Space; ATO (Authority to Operate); AWS Marketplace Campaign;
     ISV Immersion Day SFID Program; ISV Workload Migration; Migration Acceleration Program; P3;
     Partner Launch Initiative; Partner Opportunity Acceleration Funded; The Next Smart; VMware Cloud on AWS;
     Well-Architected; Windows; Workspaces/AppStream Accelerator Program; WWPS NDPP`,
  ),
  spendCurrency: ['USD', 'EUR'] as readonly string[],
  spendFrequency: ['Monthly'] as readonly string[],
  targetCompany: ['AWS', 'Self'] as readonly string[],
  awsPartition: ['aws-eusc'] as readonly string[],
} as const;

export type PicklistName = keyof typeof PICKLISTS;

/** Lists whose entries are names that nobody translates. */
export const UNTRANSLATED: ReadonlySet<PicklistName> = new Set<PicklistName>([
  'apnProgram',
  'spendCurrency',
  'targetCompany',
  'awsPartition',
]);

/** The part of a value's catalogue key after the list's name: `Co-Sell - Deal Support` becomes `co-sell-deal-support`. */
export function slugOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * AWS writes some values in two ways: with other dashes, with or without blanks round a slash, with an old spelling. Both are read,
 * one is sent. Text that is no known value comes back as it is.
 */
export function toKnownValue(name: PicklistName, value: string): string {
  const values = PICKLISTS[name];
  if (values.includes(value)) return value;
  const wanted = OLD_SPELLINGS[value] ?? value;
  return values.find((known) => loose(known) === loose(wanted)) ?? value;
}

const OLD_SPELLINGS: Readonly<Record<string, string>> = {
  'Finalized Deployment Needs': 'Finalized Deployment Need',
  'IS Immersion Day SFID Program': 'ISV Immersion Day SFID Program',
};

function loose(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*([/-])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a text may be AWS's name for a thing of that kind, not a part of what people call it. */
export function isAssociationId(type: AssociationType, id: string): boolean {
  if (type === 'AwsProducts') return id.trim() !== '';
  return type === 'Solutions' ? /^S-\d{1,19}$/.test(id.trim()) : /^arn:\S+\/\S+$/.test(id.trim());
}

/** Closed lists that AWS keeps for fields whose type is plain text. */

const USE_CASES: readonly string[] = [
  'AI Machine Learning and Analytics',
  'Archiving',
  'Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI',
  'Blockchain',
  'Business Applications: Mainframe Modernization',
  'Business Applications & Contact Center',
  'Business Applications & SAP Production',
  'Centralized Operations Management',
  'Cloud Management Tools',
  'Cloud Management Tools & DevOps with Continuous Integration & Continuous Delivery (CICD)',
  'Configuration, Compliance & Auditing',
  'Connected Services',
  'Containers & Serverless',
  'Content Delivery & Edge Services',
  'Database',
  'Edge Computing / End User Computing',
  'Energy',
  'Enterprise Governance & Controls',
  'Enterprise Resource Planning',
  'Financial Services',
  'Healthcare and Life Sciences',
  'High Performance Computing',
  'Hybrid Application Platform',
  'Industrial Software',
  'IOT',
  'Manufacturing, Supply Chain and Operations',
  'Media & High performance computing (HPC)',
  'Migration / Database Migration',
  'Monitoring, logging and performance',
  'Monitoring & Observability',
  'Networking',
  'Outpost',
  'SAP',
  'Security & Compliance',
  'Storage & Backup',
  'Training',
  'VMC',
  'VMWare',
  'Web development & DevOps',
];

const APN_PROGRAMS = new Set([
  'APN Immersion Days',
  'APN Solution Space',
  'ATO (Authority to Operate)',
  'AWS Marketplace Campaign',
  'IS Immersion Day SFID Program',
  'ISV Immersion Day SFID Program',
  'ISV Workload Migration',
  'Migration Acceleration Program',
  'P3',
  'Partner Launch Initiative',
  'Partner Opportunity Acceleration Funded',
  'The Next Smart',
  'VMware Cloud on AWS',
  'Well-Architected',
  'Windows',
  'Workspaces/AppStream Accelerator Program',
  'WWPS NDPP',
]);

const MARKETING_USE_CASES = new Set([
  'AI/ML',
  'Analytics',
  'Application Integration',
  'Blockchain',
  'Business Applications',
  'Cloud Financial Management',
  'Compute',
  'Containers',
  'Customer Engagement',
  'Databases',
  'Developer Tools',
  'End User Computing',
  'Front End Web & Mobile',
  'Game Tech',
  'IoT',
  'Management & Governance',
  'Media Services',
  'Migration & Transfer',
  'Networking & Content Delivery',
  'Quantum Technologies',
  'Robotics',
  'Satellite',
  'Security',
  'Serverless',
  'Storage',
  'VR & AR',
]);

const US_STATES = new Set(
  (
    'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,' +
    'Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,' +
    'Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,' +
    'Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,' +
    'West Virginia,Wisconsin,Wyoming,Dist. of Columbia,American Samoa,Federated States of Micronesia,Guam,' +
    'Marshall Islands,Northern Mariana Islands,Palau,Puerto Rico,Virgin Islands,APO/AE,AFO/FPO'
  ).split(','),
).add('FPO, AP');

/** Documents disagree about the blanks round slashes, so both spellings pass. */
const withoutSlashBlanks = (text: string) => text.replace(/\s*\/\s*/g, '/');

const USE_CASE_SPELLINGS = new Set(USE_CASES.map(withoutSlashBlanks));

export function isUseCase(text: string): boolean {
  return USE_CASE_SPELLINGS.has(withoutSlashBlanks(text));
}

export function isApnProgram(text: string): boolean {
  return APN_PROGRAMS.has(text);
}

export function isMarketingUseCase(text: string): boolean {
  return MARKETING_USE_CASES.has(text);
}

export function isUsState(text: string): boolean {
  return US_STATES.has(text);
}

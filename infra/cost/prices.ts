/** A list price: the price of one unit, and the AWS page that lists it. */
export interface Price {
  readonly usd: number;
  readonly unit: string;
  readonly source: string;
}

const from = (page: string) => (usd: number, unit: string) => ({ usd, unit, source: `https://aws.amazon.com/${page}` });
const fargate = from('fargate/pricing/');
const rds = from('rds/postgresql/pricing/');
const elasticache = from('elasticache/pricing/');
const balancer = from('elasticloadbalancing/pricing/');
const vpc = from('vpc/pricing/');
const cloudfront = from('cloudfront/pricing/');
const waf = from('waf/pricing/');
const route53 = from('route53/pricing/');
const s3 = from('s3/pricing/');
const cloudwatch = from('cloudwatch/pricing/');
const backup = from('backup/pricing/');

/** The date of the list prices below. */
export const PRICES_AS_OF = '2026-11-23';

/**
 * On-demand list prices of us-east-1 in USD, before tax. Free allowances and savings plans are not included, because they end.
 */
export const prices = {
  fargateX86Cpu: fargate(0.04048, 'vCPU hour'),
  fargateX86Memory: fargate(0.004445, 'GB hour'),
  fargateArmCpu: fargate(0.03238, 'vCPU hour'),
  fargateArmMemory: fargate(0.00356, 'GB hour'),
  'db.t4g.micro': rds(0.016, 'hour'),
  'db.t4g.small': rds(0.032, 'hour'),
  'db.t4g.medium': rds(0.065, 'hour'),
  databaseStorage: rds(0.115, 'GB month'),
  'cache.t4g.micro': elasticache(0.016, 'hour'),
  'cache.t4g.small': elasticache(0.032, 'hour'),
  loadBalancer: balancer(0.0225, 'hour'),
  loadBalancerCapacity: balancer(0.008, 'LCU hour'),
  natGateway: vpc(0.045, 'hour'),
  natTraffic: vpc(0.045, 'GB'),
  publicAddress: vpc(0.005, 'hour'),
  interfaceEndpoint: vpc(0.01, 'zone hour'),
  betweenZones: from('ec2/pricing/on-demand/')(0.02, 'GB there and back'),
  edgeTraffic: cloudfront(0.085, 'GB'),
  edgeTrafficIndia: cloudfront(0.109, 'GB'),
  edgeRequests: cloudfront(1, 'million'),
  edgeRequestsIndia: cloudfront(1.2, 'million'),
  edgeFunctions: cloudfront(0.1, 'million'),
  edgeLambdas: from('lambda/pricing/')(0.6, 'million'),
  edgeLambdaTime: from('lambda/pricing/')(0.00005001, 'GB second'),
  firewall: waf(5, 'list'),
  firewallRule: waf(1, 'rule'),
  firewallRequests: waf(0.6, 'million'),
  hostedZone: route53(0.5, 'zone'),
  healthCheck: route53(0.5, 'check'),
  objects: s3(0.023, 'GB month'),
  objectWrites: s3(5, 'million'),
  objectReads: s3(0.4, 'million'),
  mails: from('ses/pricing/')(0.1, 'thousand'),
  images: from('ecr/pricing/')(0.1, 'GB month'),
  alarm: cloudwatch(0.1, 'metric'),
  compositeAlarm: cloudwatch(0.5, 'alarm'),
  dashboard: cloudwatch(3, 'dashboard'),
  metric: cloudwatch(0.3, 'metric'),
  insightMetric: cloudwatch(0.07, 'metric'),
  logs: cloudwatch(0.5, 'GB'),
  logsStored: cloudwatch(0.03, 'GB month'),
  key: from('kms/pricing/')(1, 'key'),
  secret: from('secrets-manager/pricing/')(0.4, 'secret'),
  backups: backup(0.095, 'GB month'),
  restoreTest: backup(1.5, 'restore test'),
} as const satisfies Record<string, Price>;

/** The names of the prices. */
export type PriceName = keyof typeof prices;

/** Whether the table has a price of that name. */
export function isPriced(name: string): name is PriceName {
  return Object.hasOwn(prices, name);
}

import type { Service } from './resources';

/** Monthly cost in USD that the deployment summary expects of a service; it does not mention the others. */
export type Range = readonly [min: number, max: number] | undefined;

/** Every service of the bill, in the order of the table, with the range of the deployment summary. */
export const seedRanges: Record<Service, Range> = {
  'ECS Fargate': [50, 100],
  'RDS PostgreSQL': [30, 60],
  'ElastiCache Redis': [15, 30],
  'Application Load Balancer': [20, 40],
  CloudFront: [5, 15],
  'Route 53': [0.5, 0.5],
  S3: [1, 5],
  CloudWatch: [5, 15],
  'NAT gateway and network': undefined,
  WAF: undefined,
  SES: undefined,
  'Keys and secrets': undefined,
  ECR: undefined,
  'AWS Backup': undefined,
};

/** Whether an amount is within its range, below or above it. */
export function placeIn(range: Range, usd: number): 'inside' | 'below' | 'above' | 'not in it' {
  if (!range) return 'not in it';
  const cents = Math.round(usd * 100) / 100;
  if (cents < range[0]) return 'below';
  return cents > range[1] ? 'above' : 'inside';
}

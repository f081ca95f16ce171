import type { PriceName } from './prices';
import type { Traffic } from './traffic';

/** The rows of the table: the seed's services first, then ours. */
export type Service =
  | 'ECS Fargate'
  | 'RDS PostgreSQL'
  | 'ElastiCache Redis'
  | 'Application Load Balancer'
  | 'CloudFront'
  | 'Route 53'
  | 'S3'
  | 'CloudWatch'
  | 'NAT gateway and network'
  | 'WAF'
  | 'SES'
  | 'Keys and secrets'
  | 'ECR'
  | 'AWS Backup';

/** One resource of a synthesized template. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One line of the bill: a number of units at a named price. */
export interface Usage {
  readonly service: Service;
  readonly price: PriceName;
  readonly quantity: number;
}

/** The input of a meter: the stage's other resources, and its traffic. */
export interface Surroundings {
  readonly resources: readonly Resource[];
  readonly traffic: Traffic;
}

/** The monthly usage of a resource. */
export type Meter = (resource: Resource, surroundings: Surroundings) => readonly Usage[];

/** Hours of a month, as AWS counts them. */
export const MONTH = 730;

/** A number of a template, which may be written as text. */
export function numberOf(value: unknown, otherwise: number): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : otherwise;
}

/** The length of a list of a template. */
export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The logical id of a `{ Ref: … }`. */
export function refOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('Ref' in value)) return undefined;
  return String(value.Ref);
}

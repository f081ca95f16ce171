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
  | 'Keys and secrets'
  | 'ECR'
  | 'AWS Backup';

/** One resource of a synthesized template. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One line of the bill: so many units at the price of that name. */
export interface Usage {
  readonly service: Service;
  readonly price: PriceName;
  readonly quantity: number;
}

/** What a price is worked out from: the stage's other resources, and how much it is used. */
export interface Surroundings {
  readonly resources: readonly Resource[];
  readonly traffic: Traffic;
}

/** What a resource uses in a month. */
export type Meter = (resource: Resource, surroundings: Surroundings) => readonly Usage[];

/** Hours that AWS counts for a month. */
export const MONTH = 730;

/** A number of a template, which may have become text. */
export function numberOf(value: unknown, otherwise: number): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : otherwise;
}

/** How many things a list of a template holds. */
export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The logical id that `{ Ref: … }` names. */
export function refOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('Ref' in value)) return undefined;
  return String(value.Ref);
}

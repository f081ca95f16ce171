import { RemovalPolicy } from 'aws-cdk-lib';
import { PriceClass } from 'aws-cdk-lib/aws-cloudfront';
import { identityProviderNames, paymentProviderNames } from '@canar/api-env';
import { z } from 'zod';
import { monthlyLimit } from './monthly-limit';
import { retentionKey } from './retention-key';

const domain = z.strictObject({
  name: z.hostname(),
  /** The id of the Route 53 zone that contains the name. */
  hostedZoneId: z.string().regex(/^Z[A-Z0-9]+$/, 'a hosted zone id begins with Z'),
});

const compute = z
  .strictObject({
    /** Whether every page is marked as a demonstration: payments use the sandbox, mail may be captured. */
    demonstration: z.boolean(),
    /** The payment providers that are offered, the first one first, and those with whose identities people sign in. */
    payments: z.array(z.enum(paymentProviderNames)).min(1),
    identities: z.array(z.enum(identityProviderNames)).default([]),
    /** Units of Fargate, 1024 for one virtual processor, and mebibytes. */
    cpu: z.literal([256, 512, 1024, 2048]),
    memory: z.literal([1024, 2048, 4096]),
    tasks: z.strictObject({ min: z.int().min(1), max: z.int().min(2).max(10) }),
    /** Requests per minute and task above which another task is started. */
    requestsPerTask: z.int().min(100),
    /** How mail is sent: by Amazon SES from the stage's domain or by the server of the secret `cpm/smtp-url`; only a demonstration may capture it. */
    mail: z.enum(['ses', 'smtp', 'captured']),
    /** Retention of the log, in days. */
    logDays: z.literal([7, 30, 90]),
  })
  .refine(({ demonstration, mail }) => demonstration || mail !== 'captured', {
    path: ['mail'],
    error: 'a stage that is no demonstration sends its mail',
  })
  .refine(({ demonstration, payments }) => demonstration || !payments.includes('sandbox'), {
    path: ['payments'],
    error: 'a stage that is no demonstration collects money, which the sandbox does not',
  });

const seller = z.strictObject({
  /** The legal name, as on invoices. */
  name: z.string(),
  address: z.string(),
  /** State or union territory of India. */
  state: z.string(),
  /** Left out if the seller is not registered for GST. */
  gstin: z.string().length(15).optional(),
  /** The rate of GST in percent, and the services accounting code; the API's defaults when left out. */
  gstRate: z.number().positive().max(100).optional(),
  gstSac: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  supportEmail: z.email(),
  /** The grievance officer: name, address, hours. */
  grievanceContact: z.string(),
});

const fields = z.strictObject({
  /** The stage's name, which distinguishes its resources from those of other stages. */
  name: z.enum(['development', 'staging', 'production']),
  /** The suffix of every resource's name: empty in production. */
  suffix: z.union([z.literal(''), z.string().regex(/^-[a-z]+$/)]),
  region: z.literal('us-east-1'),
  /** Whether data outlives its stack, and the stage is deleted by nobody. */
  protected: z.boolean(),
  /** Whether AWS itself prevents the deletion of stacks, database and load balancer: in a protected stage, once it is deployed. */
  deletionProtection: z.boolean(),
  network: z.strictObject({
    cidr: z.cidrv4(),
    zones: z.union([z.literal(2), z.literal(3)]),
    natGateways: z.int().min(1).max(3),
  }),
  data: z.strictObject({
    /** Whether database and cache have a standby in a second zone that takes over automatically. */
    multiAz: z.boolean(),
    databaseInstance: z.enum(['t4g.micro', 't4g.small', 't4g.medium']),
    /** Initial disk size in gigabytes, and the maximum of automatic growth. */
    storage: z.strictObject({ initial: z.int().min(20), max: z.int().min(21) }),
    /** PostgreSQL's `max_connections`; ten of them are reserved for operators and for RDS itself. */
    maxConnections: z.int().min(50).max(500),
    /** Days of point-in-time recovery. */
    backupDays: z.int().min(7).max(35),
    cacheNode: z.enum(['cache.t4g.micro', 'cache.t4g.small']),
  }),
  compute,
  /** What a month of the stage may cost, in USD. */
  monthlyLimit: z.int().min(1),
  alarms: z.strictObject({
    /** Who gets mail; others subscribe to the topic. */
    email: z.email().optional(),
  }),
  /** The domain of the stage. Without one it has CloudFront's own domain name. */
  domain: domain.optional(),
  /** Who sells. The API of a stage that is no demonstration does not start without one. */
  seller: seller.optional(),
  retentionKey: retentionKey.optional(),
  cdn: z.strictObject({
    /** The edge locations: `PriceClass_200` is the cheapest that includes India. */
    priceClass: z.enum(PriceClass),
    /** Maximum number of requests of one address in five minutes, without the site's own files. */
    requestsPerAddress: z.int().min(100),
  }),
});

/** What a stage may say. */
export const stageSchema = fields.refine(({ compute: { demonstration }, seller: found }) => demonstration || found, {
  path: ['seller'],
  error: 'a stage that is no demonstration says who sells',
});

/** One deployment of the product: every difference between two deployments is a field of this type. */
export type Stage = z.infer<typeof stageSchema>;

/** Where changes are tried first: small, and can be deleted at any time. */
export const development = stageSchema.parse({
  name: 'development',
  suffix: '-development',
  region: 'us-east-1',
  protected: false,
  deletionProtection: false,
  network: { cidr: '10.20.0.0/16', zones: 2, natGateways: 1 },
  data: {
    multiAz: false,
    databaseInstance: 't4g.micro',
    storage: { initial: 20, max: 50 },
    maxConnections: 120,
    backupDays: 7,
    cacheNode: 'cache.t4g.micro',
  },
  compute: {
    demonstration: true,
    payments: ['sandbox'],
    mail: 'captured',
    cpu: 512,
    memory: 1024,
    tasks: { min: 1, max: 2 },
    requestsPerTask: 15_000,
    logDays: 7,
  },
  monthlyLimit: 150,
  alarms: {},
  cdn: { priceClass: PriceClass.PRICE_CLASS_200, requestsPerAddress: 3000 },
});

/** A copy of production, on which every release is tested first. */
export const staging = stageSchema.parse({
  name: 'staging',
  suffix: '-staging',
  region: 'us-east-1',
  protected: false,
  deletionProtection: false,
  network: { cidr: '10.10.0.0/16', zones: 2, natGateways: 1 },
  data: {
    multiAz: false,
    databaseInstance: 't4g.micro',
    storage: { initial: 20, max: 50 },
    maxConnections: 120,
    backupDays: 7,
    cacheNode: 'cache.t4g.micro',
  },
  compute: {
    demonstration: true,
    payments: ['sandbox'],
    mail: 'captured',
    cpu: 512,
    memory: 1024,
    tasks: { min: 2, max: 4 },
    requestsPerTask: 15_000,
    logDays: 30,
  },
  monthlyLimit: 175,
  alarms: {},
  domain: { name: 'staging.example.com', hostedZoneId: 'Z0123456789EXAMPLE' },
  cdn: { priceClass: PriceClass.PRICE_CLASS_200, requestsPerAddress: 3000 },
});

/** The stage of the customers. One NAT gateway: when its zone fails, outgoing mail and payments wait, but pages work. */
export const production = stageSchema.parse({
  name: 'production',
  suffix: '',
  region: 'us-east-1',
  protected: true,
  deletionProtection: true,
  network: { cidr: '10.0.0.0/16', zones: 3, natGateways: 1 },
  data: {
    multiAz: true,
    databaseInstance: 't4g.micro',
    storage: { initial: 20, max: 200 },
    maxConnections: 120,
    backupDays: 14,
    cacheNode: 'cache.t4g.micro',
  },
  compute: {
    demonstration: true,
    payments: ['sandbox'],
    mail: 'ses',
    cpu: 1024,
    memory: 2048,
    tasks: { min: 2, max: 10 },
    requestsPerTask: 15_000,
    logDays: 30,
  },
  monthlyLimit: monthlyLimit.max,
  alarms: {},
  domain: { name: 'example.com', hostedZoneId: 'Z0123456789EXAMPLE' },
  cdn: { priceClass: PriceClass.PRICE_CLASS_200, requestsPerAddress: 3000 },
});

/** Every stage, in the order in which a change reaches them. */
export const stages: readonly Stage[] = [development, staging, production];

/** A resource's name in a stage: `cpm-alb-sg` in production, `cpm-alb-sg-staging` in staging. */
export function nameIn({ suffix }: Stage, name: string): string {
  return `${name}${suffix}`;
}

/** Who mail of a domain is from. */
export function senderOf(domain: string): string {
  return `hello@${domain}`;
}

/** The name under which CloudFront speaks to the load balancer of a stage; its certificate covers it. */
export function originName({ name }: NonNullable<Stage['domain']>): string {
  return `origin.${name}`;
}

/**
 * What becomes of something with a name of its own when its stack goes. In a protected stage it stays, unless the very
 * creation of its stack has failed: left behind, it would stand in the way of the next attempt.
 */
export function removalIn(stage: Stage): RemovalPolicy {
  return stage.protected ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}

/** The role with which Fargate fetches images and secrets: the compute stack creates it, the image repository names it. */
export function taskExecutionRoleName(stage: Stage): string {
  return nameIn(stage, 'cpm-task-execution');
}

/** The bucket of photos and CVs: the data stack creates it, the API's role may use it. */
export function uploadsBucketName(stage: Stage, account: string): string {
  return `${nameIn(stage, 'cpm-uploads')}-${account}`;
}

/** The bucket of the exported site: the CDN stack creates it, the deploy role uploads to it. */
export function siteBucketName(stage: Stage, account: string): string {
  return `${nameIn(stage, 'cpm-site')}-${account}`;
}

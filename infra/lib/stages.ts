import { PriceClass } from 'aws-cdk-lib/aws-cloudfront';
import { z } from 'zod';

const ACCOUNT = 'the context value "account" is the twelve digits of an AWS account';
const account = z.string({ error: ACCOUNT }).regex(/^\d{12}$/, ACCOUNT);

const REPOSITORY = 'the context value "repository" is a GitHub repository, owner/name';
const sourceRepository = z.string({ error: REPOSITORY }).regex(/^[\w.-]+\/[\w.-]+$/, REPOSITORY);

const domain = z.strictObject({
  name: z.hostname(),
  /** The id of the Route 53 zone that contains the name. */
  hostedZoneId: z.string().regex(/^Z[A-Z0-9]+$/, 'a hosted zone id begins with Z'),
});

const compute = z
  .strictObject({
    /** Whether every page is marked as a demonstration: payments use the sandbox, mail may be captured. */
    demonstration: z.boolean(),
    /** Units of Fargate: 1024 are one virtual processor. */
    cpu: z.literal([256, 512, 1024, 2048]),
    /** Mebibytes. */
    memory: z.literal([1024, 2048, 4096]),
    tasks: z.strictObject({ min: z.int().min(1), max: z.int().min(2).max(10) }),
    /** Requests per minute and task above which another task is started. */
    requestsPerTask: z.int().min(100),
    /** The secret in which an operator stores SMTP_URL. Without one mail is captured, which only a demonstration may do. */
    mailSecret: z.string().optional(),
    /** Retention of the log, in days. */
    logDays: z.literal([7, 30, 90]),
  })
  .refine(({ demonstration, mailSecret }) => demonstration || mailSecret, {
    path: ['mailSecret'],
    error: 'a stage that is no demonstration sends its mail',
  });

const stage = z.strictObject({
  /** The stage's name, which distinguishes its resources from those of other stages. */
  name: z.enum(['development', 'staging', 'production']),
  /** The suffix of every resource's name: empty in production. */
  suffix: z.union([z.literal(''), z.string().regex(/^-[a-z]+$/)]),
  region: z.literal('us-east-1'),
  /** Whether CloudFormation refuses to delete the stage's stacks. */
  protected: z.boolean(),
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
  alarms: z.strictObject({
    /** Who gets mail; others subscribe to the topic. */
    email: z.email().optional(),
  }),
  /** The domain of the stage. Without one it has CloudFront's own domain name. */
  domain: domain.optional(),
  cdn: z.strictObject({
    /** The edge locations: `PriceClass_200` is the cheapest that includes India. */
    priceClass: z.enum(PriceClass),
    /** Maximum number of requests of one address in five minutes, without the site's own files. */
    requestsPerAddress: z.int().min(100),
  }),
});

/** One deployment of the product: every difference between two deployments is a field of this type. */
export type Stage = z.infer<typeof stage>;

/** Where changes are tried first: small, and can be deleted at any time. */
export const development = stage.parse({
  name: 'development',
  suffix: '-development',
  region: 'us-east-1',
  protected: false,
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
    cpu: 512,
    memory: 1024,
    tasks: { min: 1, max: 2 },
    requestsPerTask: 15_000,
    logDays: 7,
  },
  alarms: {},
  cdn: { priceClass: PriceClass.PRICE_CLASS_200, requestsPerAddress: 3000 },
});

/** A copy of production, on which every release is tested first. */
export const staging = stage.parse({
  name: 'staging',
  suffix: '-staging',
  region: 'us-east-1',
  protected: false,
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
    cpu: 512,
    memory: 1024,
    tasks: { min: 2, max: 4 },
    requestsPerTask: 15_000,
    logDays: 30,
  },
  alarms: {},
  domain: { name: 'staging.example.com', hostedZoneId: 'Z0123456789EXAMPLE' },
  cdn: { priceClass: PriceClass.PRICE_CLASS_200, requestsPerAddress: 3000 },
});

/** The stage of the customers. One NAT gateway: when its zone fails, outgoing mail and payments wait, but pages work. */
export const production = stage.parse({
  name: 'production',
  suffix: '',
  region: 'us-east-1',
  protected: true,
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
    cpu: 1024,
    memory: 2048,
    tasks: { min: 2, max: 10 },
    requestsPerTask: 15_000,
    logDays: 30,
  },
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

/**
 * The GitHub repository whose workflows deploy, from the context value `repository` (`owner/name`).
 * @throws ZodError when it is not one
 */
export function sourceRepositoryFrom(context: unknown): string {
  return sourceRepository.parse(context);
}

/**
 * The address for mail about costs, from the context value `alertAddress`; undefined without one.
 * @throws ZodError when it is not an e-mail address
 */
export function alertAddressFrom(context: unknown): string | undefined {
  return z.email('the context value "alertAddress" is an e-mail address').optional().parse(context);
}

/**
 * A stage with the domain of the context value `STAGE-domain`: `-c production-domain=canar.example/Z0123ABC`, or
 * `none` for CloudFront's own name. Without the value the stage does not change.
 * @throws ZodError
 * when it is not a name and the id of its hosted zone
 */
export function withDomain(committed: Stage, context: unknown): Stage {
  if (context === undefined) return committed;
  if (context === 'none') return stage.parse({ ...committed, domain: undefined });
  const [name, ...zone] = String(context).split('/');
  return stage.parse({ ...committed, domain: { name, hostedZoneId: zone.join('/') } });
}

/**
 * The account to deploy to, from the context value `account` (`cdk deploy -c account=…`).
 * @throws ZodError when it is not an account number
 */
export function accountFrom(context: unknown): string {
  return account.parse(context);
}

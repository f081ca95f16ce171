import { PriceClass } from 'aws-cdk-lib/aws-cloudfront';
import { z } from 'zod';

const ACCOUNT = 'the context value "account" is the twelve digits of an AWS account';
const account = z.string({ error: ACCOUNT }).regex(/^\d{12}$/, ACCOUNT);

const REPOSITORY = 'the context value "repository" is a GitHub repository, owner/name';
const sourceRepository = z.string({ error: REPOSITORY }).regex(/^[\w.-]+\/[\w.-]+$/, REPOSITORY);

const domain = z.strictObject({
  name: z.hostname(),
  /** Route 53's id of the zone that holds the name. */
  hostedZoneId: z.string().regex(/^Z[A-Z0-9]+$/, 'a hosted zone id begins with Z'),
});

const compute = z
  .strictObject({
    /** Whether every page says that it is a demonstration: payments are the sandbox's, mail may be captured. */
    demonstration: z.boolean(),
    /** Units of Fargate: 1024 are one virtual processor. */
    cpu: z.literal([256, 512, 1024, 2048]),
    /** Mebibytes. */
    memory: z.literal([1024, 2048, 4096]),
    tasks: z.strictObject({ min: z.int().min(1), max: z.int().min(2).max(10) }),
    /** Requests a minute and task beyond which another task is started. */
    requestsPerTask: z.int().min(100),
    /** The secret in which an operator keeps SMTP_URL. Without one mail is captured, which only a demonstration may do. */
    mailSecret: z.string().optional(),
    /** Days for which the log is kept. */
    logDays: z.literal([7, 30, 90]),
  })
  .refine(({ demonstration, mailSecret }) => demonstration || mailSecret, {
    path: ['mailSecret'],
    error: 'a stage that is no demonstration sends its mail',
  });

const stage = z.strictObject({
  /** The word that tells this stage's resources from those of the others. */
  name: z.enum(['development', 'staging', 'production']),
  /** What follows every resource's name: nothing in production. */
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
    /** Whether database and cache have a twin in a second zone that takes over by itself. */
    multiAz: z.boolean(),
    databaseInstance: z.enum(['t4g.micro', 't4g.small', 't4g.medium']),
    /** Gigabytes of disk at first, and how far it may grow by itself. */
    storage: z.strictObject({ initial: z.int().min(20), max: z.int().min(21) }),
    /** PostgreSQL's `max_connections`; ten of them stay free for operators and for RDS itself. */
    maxConnections: z.int().min(50).max(500),
    /** Days to which the database can be put back, to the second. */
    backupDays: z.int().min(7).max(35),
    cacheNode: z.enum(['cache.t4g.micro', 'cache.t4g.small']),
  }),
  compute,
  alarms: z.strictObject({
    /** Who is told by mail; others subscribe to the topic. */
    email: z.email().optional(),
  }),
  /** The address of the stage. Without one it is reached under CloudFront's own name. */
  domain: domain.optional(),
  cdn: z.strictObject({
    /** The regions that answer visitors: `PriceClass_200` is the cheapest that includes India. */
    priceClass: z.enum(PriceClass),
    /** Requests that one address may send in five minutes; the site's own files are not counted. */
    requestsPerAddress: z.int().min(100),
  }),
});

/** One deployment of the product: every difference between two deployments is a field of this type. */
export type Stage = z.infer<typeof stage>;

/** Where changes are tried first: small, and deleted without regret. */
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

/** Production's rehearsal. */
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

/** What customers use. One NAT gateway: when its zone is lost, outgoing mail and payments wait; pages do not. */
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

/** The role with which Fargate fetches images and secrets: the compute stack makes it, the image repository names it. */
export function taskExecutionRoleName(stage: Stage): string {
  return nameIn(stage, 'cpm-task-execution');
}

/** The bucket of photos and CVs: the data stack makes it, the API's role may use it. */
export function uploadsBucketName(stage: Stage, account: string): string {
  return `${nameIn(stage, 'cpm-uploads')}-${account}`;
}

/** The bucket of the exported site: the CDN stack makes it, the deploy role fills it. */
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
 * Where mail about the bill goes, from the context value `alertAddress`; nowhere when there is none.
 * @throws ZodError when it is not an e-mail address
 */
export function alertAddressFrom(context: unknown): string | undefined {
  return z.email('the context value "alertAddress" is an e-mail address').optional().parse(context);
}

/**
 * A stage under the domain that the context value `STAGE-domain` names: `-c production-domain=canar.example/Z0123ABC`, or
 * `none` for CloudFront's own name. Without the value the stage stays as it is.
 * @throws ZodError when it is not a name and the id of its hosted zone
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

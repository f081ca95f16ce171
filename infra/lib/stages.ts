import { z } from 'zod';

const ACCOUNT = 'the context value "account" is the twelve digits of an AWS account';
const account = z.string({ error: ACCOUNT }).regex(/^\d{12}$/, ACCOUNT);

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
  alarms: z.strictObject({
    /** Who is told by mail; others subscribe to the topic. */
    email: z.email().optional(),
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
  alarms: {},
});

/** Production's rehearsal. */
export const staging = stage.parse({
  name: 'staging',
  suffix: '-staging',
  region: 'us-east-1',
  protected: false,
  network: { cidr: '10.10.0.0/16', zones: 2, natGateways: 1 },
  alarms: {},
});

/** What customers use. One NAT gateway: when its zone is lost, outgoing mail and payments wait; pages do not. */
export const production = stage.parse({
  name: 'production',
  suffix: '',
  region: 'us-east-1',
  protected: true,
  network: { cidr: '10.0.0.0/16', zones: 3, natGateways: 1 },
  alarms: {},
});

/** Every stage, in the order in which a change reaches them. */
export const stages: readonly Stage[] = [development, staging, production];

/** A resource's name in a stage: `cpm-alb-sg` in production, `cpm-alb-sg-staging` in staging. */
export function nameIn({ suffix }: Stage, name: string): string {
  return `${name}${suffix}`;
}

/**
 * The account to deploy to, from the context value `account` (`cdk deploy -c account=…`).
 * @throws ZodError when it is not an account number
 */
export function accountFrom(context: unknown): string {
  return account.parse(context);
}

import { z } from 'zod';
import { parseDuration } from './duration';
import { identityVariables, missingIdentityVariables } from './identity-variables';
import { missingPaymentVariables, paymentVariables } from './payment-variables';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);
const origins = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(z.array(origin));
/** Lines of text; `\\n` stands for a line break, which files of variables cannot contain. */
const linesOfText = z.string().transform((value) => value.replaceAll('\\n', '\n'));
const duration = z.string().transform((text, context) => {
  const seconds = parseDuration(text);
  if (seconds === undefined) context.addIssue({ code: 'custom', message: 'must be a duration such as 15m or 7d' });
  return seconds ?? 0;
});

/** An address of PostgreSQL. */
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** How the product signs in to PostgreSQL: with the address's password, or at Amazon RDS with a token of its IAM role. */
export const databaseAuth = z.enum(['password', 'iam']).default('password');

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TLS: z.enum(['off', 'self-signed']).default('off'),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(110).default(0),
  PUBLIC_URL: origin.default('http://localhost:3000'),
  CORS_ORIGIN: origins.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  SITE_DIR: z.string().optional(),
  API_DOCS: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS: z.enum(['off', 'emf']).default('off'),
  METRICS_SERVICE: z.string().default('cpm-backend'),

  AUTH_STRATEGY: z.enum(['jwt', 'session', 'hybrid']).default('jwt'),
  JWT_SECRET: z.string().min(32, 'must hold at least 32 random characters'),
  JWT_SECRET_PREVIOUS: z.string().min(32, 'must hold at least 32 random characters').optional(),
  JWT_EXPIRES_IN: duration.default(7 * 86_400),

  DATABASE_URL: postgresUrl,
  DATABASE_AUTH: databaseAuth,
  DATABASE_POOLER: z.enum(['none', 'transaction']).default('none'),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(50).default(4),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  REDIS_PASSWORD: z.string().optional(),

  STORAGE: z.enum(['disk', 's3']).default('disk'),
  STORAGE_DIR: z.string().default('.canar/files'),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  AWS_REGION: z.string().default('us-east-1'),

  MAIL: z.enum(['ses', 'smtp', 'captured']).optional(),
  SES_CONFIGURATION_SET: z.string().optional(),
  SES_EVENTS_TOPIC: z
    .string()
    .regex(/^arn:aws:sns:[a-z0-9-]+:\d{12}:[\w-]+$/, 'must be the ARN of a topic')
    .optional(),
  SES_ENDPOINT: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Canar <hello@canar.example>'),
  MAILBOX_SECRET: z.string().min(32, 'must hold at least 32 random characters').optional(),

  RETENTION: duration.default(365 * 86_400),
  RETENTION_PUBLIC_KEY: z
    .string()
    .regex(/^MCowBQYDK2VuAyEA[A-Za-z0-9+/]{43}=$/, 'must be the public key of X25519 (SPKI, base64)')
    .optional(),

  ...paymentVariables,

  ...identityVariables,

  SELLER_NAME: z.string().optional(),
  SELLER_ADDRESS: linesOfText.optional(),
  SELLER_STATE: z.string().optional(),
  SELLER_GSTIN: z
    .string()
    .regex(/^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/, 'must be a GSTIN of 15 characters')
    .optional(),
  GST_RATE: z.coerce.number().min(0.01).max(100).multipleOf(0.01).default(18),
  GST_SAC: z
    .string()
    .regex(/^\d{6}$/, 'must be a services accounting code of 6 digits')
    .default('998315'),
  SUPPORT_EMAIL: z.email().optional(),
  GRIEVANCE_CONTACT: linesOfText.optional(),

  RATE_LIMITS: z.enum(['standard', 'relaxed']).default('standard'),
  CANAR_DEMO: flag,
});

const storageVariables = variables.pick({
  STORAGE: true,
  STORAGE_DIR: true,
  S3_BUCKET: true,
  S3_ENDPOINT: true,
  AWS_REGION: true,
});

/** The variables of file storage, for programs without the rest of the API. */
export type StorageEnv = Readonly<z.output<typeof storageVariables>>;

type Variables = z.output<typeof variables>;

interface Rule {
  name: keyof Variables;
  refused: (env: Variables) => boolean;
  message: string;
}

/** Settings that are rejected in production, each with its error message. */
const productionRules: Rule[] = [
  { name: 'REDIS_URL', refused: (env) => !env.REDIS_URL, message: 'is required in production' },
  { name: 'RATE_LIMITS', refused: (env) => env.RATE_LIMITS === 'relaxed', message: 'must be standard in production' },
];

/** What a site that sells says of its seller. A seller without a GSTIN is not registered for GST. */
const sellerVariables = [
  'SELLER_NAME',
  'SELLER_ADDRESS',
  'SELLER_STATE',
  'SUPPORT_EMAIL',
  'GRIEVANCE_CONTACT',
] as const;

/** Settings that are accepted in production only as a demonstration. */
const demonstrationRules: Rule[] = [
  {
    name: 'PUBLIC_URL',
    refused: (env) => !env.PUBLIC_URL.startsWith('https://'),
    message: 'must be https in production',
  },
  {
    name: 'MAIL',
    refused: (env) => mailOf(env) === 'captured',
    message: 'must be ses or smtp in production (CANAR_DEMO=true allows captured mail)',
  },
  { name: 'STORAGE', refused: (env) => env.STORAGE !== 's3', message: 'must be s3 in production' },
  {
    name: 'PAYMENT_PROVIDERS',
    refused: (env) => env.PAYMENT_PROVIDERS.includes('sandbox'),
    message: 'must not hold sandbox in production (CANAR_DEMO=true allows it and marks every page as a demonstration)',
  },
  ...(['STRIPE_ENDPOINT', 'RAZORPAY_ENDPOINT', 'GOOGLE_ISSUER', 'GITHUB_ENDPOINT'] as const).map((name) => ({
    name,
    refused: (env: Variables) => env[name] !== undefined,
    message: "must be the provider's own in production",
  })),
  ...sellerVariables.map((name) => ({
    name,
    refused: (env: Variables) => !env[name],
    message: 'is required in production',
  })),
];

const schema = variables
  .superRefine(
    (env, context) => {
      const wrong = new Set(context.issues.map(({ path }) => path?.[0]));
      const isRead = (name: keyof Variables) => !wrong.has(name);
      const refuse = (name: keyof Variables, message: string) => {
        if (isRead(name)) context.addIssue({ code: 'custom', path: [name], message });
      };
      if (env.STORAGE === 's3' && !env.S3_BUCKET) refuse('S3_BUCKET', 'is required when STORAGE=s3');
      const missing = isRead('PAYMENT_PROVIDERS') ? missingPaymentVariables(env) : [];
      for (const { name, message } of [...missing, ...missingIdentityVariables(env)]) refuse(name, message);
      if (env.MAIL === 'smtp' && !env.SMTP_URL) refuse('SMTP_URL', 'is required when MAIL=smtp');
      if (env.DATABASE_AUTH === 'iam' && isRead('DATABASE_URL') && new URL(env.DATABASE_URL).password !== '') {
        refuse('DATABASE_URL', 'must hold no password when DATABASE_AUTH=iam');
      }
      if (env.DATABASE_POOLER === 'transaction' && !env.DATABASE_DIRECT_URL) {
        refuse('DATABASE_DIRECT_URL', 'is required when DATABASE_POOLER=transaction');
      }
      if (env.NODE_ENV !== 'production') return;
      const rules = env.CANAR_DEMO ? productionRules : [...productionRules, ...demonstrationRules];
      for (const rule of rules) if (isRead(rule.name) && rule.refused(env)) refuse(rule.name, rule.message);
    },
    { when: () => true }, // also where variables are missing or wrong: one message names them all
  )
  .transform((env) => ({ ...env, MAIL: mailOf(env) }));

/** Who carries the mail: what is said, or the mail server where there is one; else it is captured. */
function mailOf({ MAIL, SMTP_URL }: Variables): NonNullable<Variables['MAIL']> {
  return MAIL ?? (SMTP_URL === undefined ? 'captured' : 'smtp');
}

/** The names of every variable that the API reads. */
export type ApiEnvName = keyof z.input<typeof variables>;

/** The API's environment, parsed: durations in seconds, origins without a path, defaults filled in. */
export type ApiEnv = Readonly<z.output<typeof schema>>;

/** One message that names the variables that are missing or wrong. */
export class ApiEnvError extends Error {
  override readonly name = 'ApiEnvError';
}

/**
 * Parses the environment of the API.
 * @throws {ApiEnvError} naming every variable that is missing, wrong or replaced by another, never its value
 */
export function parseApiEnv(source: Source): ApiEnv {
  if (source['PAYMENT_PROVIDER']) {
    throw new ApiEnvError(
      'Invalid environment: PAYMENT_PROVIDER is replaced by PAYMENT_PROVIDERS, a list of which the first is offered first.',
    );
  }
  return parseEnv(schema, source);
}

/**
 * Parses the variables of file storage.
 * @throws {ApiEnvError} naming every variable of it that is wrong
 */
export function parseStorageEnv(source: Source): StorageEnv {
  return parseEnv(storageVariables, source);
}

type Source = Record<string, string | undefined>;

/**
 * Parses an environment by its schema; an empty variable counts as absent.
 * @throws {ApiEnvError} naming every variable that is missing or wrong, never its value
 */
export function parseEnv<Parsed>(rules: z.ZodType<Parsed>, source: Source): Readonly<Parsed> {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = rules.safeParse(present);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return name in present || issue.code === 'custom' ? `${name} ${lowerFirst(issue.message)}` : `${name} is required`;
  });
  throw new ApiEnvError(['Invalid environment:', ...problems.map((problem) => `${problem}.`)].join('\n'));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

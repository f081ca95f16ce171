import {
  identityVariableNames,
  type IdentityVariableName,
  paymentVariableNames,
  type PaymentVariableName,
} from '@canar/api-env';
import { Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ApiVariables, SchemaVariables, Supplied } from '../../api-variables';
import { ports } from '../../ports';
import { DATABASE_NAME, databaseUsers } from '../../postgres';
import { nameIn, senderOf, type Stage } from '../../stages';
import { configurationSetName, mailEventsTopicName } from '../mail/sending-domain';
import type { ApiSecrets } from './api-secrets';
import type { DatabaseIdentity } from '../data/database-identity';
import type { TaskRoles } from './task-roles';

/** Proxies between a visitor and the API: CloudFront and the load balancer. */
const PROXIES = '2';

/** Maximum number of a task's database connections: those for requests, two for the queue, one for LISTEN. */
const REQUEST_CONNECTIONS = 4;
export const CONNECTIONS_PER_TASK = REQUEST_CONNECTIONS + 2 + 1;

/** The resources that the API depends on. */
export interface ApiEnvironmentProps {
  readonly stage: Stage;
  readonly database: DatabaseIdentity;
  readonly cache: { readonly endpoint: string; readonly port: number; readonly authSecret: ISecret };
  readonly uploads: IBucket;
  readonly secrets: ApiSecrets;
  readonly roles: TaskRoles;
}

/** The environment of the API. */
export function apiVariables({ stage, database, cache, uploads, secrets, roles }: ApiEnvironmentProps): ApiVariables {
  const { domain, compute } = stage;
  return {
    NODE_ENV: { value: 'production' },
    HOST: { value: '0.0.0.0' },
    PORT: { value: String(ports.api) },
    TLS: { value: 'self-signed' },
    DRAIN_SECONDS: { value: '5' },
    PUBLIC_URL: secrets.publicUrl ? { secret: secrets.publicUrl } : { value: `https://${domain?.name}` },
    CORS_ORIGIN: { left: 'The site and the API have one origin.' },
    TRUST_PROXY: { value: PROXIES },
    API_DOCS: { left: 'The page about the contract is off in production.' },
    SITE_DIR: { left: 'CloudFront hands out the site.' },
    LOG_LEVEL: { value: 'info' },
    METRICS: { value: 'emf' },
    METRICS_SERVICE: { value: nameIn(stage, 'cpm-backend') },
    AUTH_STRATEGY: { value: 'jwt' },
    JWT_SECRET: { secret: secrets.signing },
    JWT_SECRET_PREVIOUS: { secret: secrets.formerSigning },
    JWT_EXPIRES_IN: { value: '7d' },
    ...databaseVariables(databaseUrl(database, databaseUsers.app, DATABASE_NAME)),
    REDIS_URL: { value: `rediss://${cache.endpoint}:${cache.port}` },
    REDIS_PASSWORD: { secret: roles.secretOf('RedisAuth', cache.authSecret) },
    STORAGE: { value: 's3' },
    STORAGE_DIR: { left: 'Files are in S3.' },
    S3_BUCKET: { value: uploads.bucketName },
    S3_ENDPOINT: { left: "S3 is Amazon's own." },
    AWS_REGION: { value: stage.region },
    ...retentionVariables(stage),
    ...mailVariables(stage, secrets, Stack.of(roles).account),
    ...paymentVariables(stage, secrets),
    ...identityVariables(secrets),
    ...sellerVariables(stage),
    RATE_LIMITS: { value: 'standard' },
    CANAR_DEMO: { value: String(compute.demonstration) },
  };
}

/** The database, without a pooler in front of it. */
function databaseVariables(url: string) {
  return {
    DATABASE_URL: { value: url },
    DATABASE_AUTH: { value: 'iam' },
    DATABASE_POOLER: { value: 'none' },
    DATABASE_DIRECT_URL: { left: 'There is no pooler in front of the database.' },
    DATABASE_POOL_SIZE: { value: String(REQUEST_CONNECTIONS) },
  };
}

/** How long sealed records are stored, and for whom they are sealed. */
function retentionVariables({ retentionKey }: Stage) {
  return {
    RETENTION: { left: 'The default time applies.' },
    RETENTION_PUBLIC_KEY: retentionKey
      ? { value: retentionKey }
      : { left: 'The key of sealed records follows from JWT_SECRET.' },
  };
}

/** Which providers collect, and what they need; no other provider's secrets are in the task. */
function paymentVariables({ compute }: Stage, secrets: ApiSecrets): Pick<ApiVariables, PaymentVariableName> {
  const supplied = (name: PaymentVariableName): Supplied => {
    if (name === 'PAYMENT_PROVIDERS') return { value: compute.payments.join(',') };
    const secret = secrets.payment.get(name);
    return secret ? { secret } : { left: 'No provider that the stage offers needs it.' };
  };
  const variables = paymentVariableNames.map((name) => [name, supplied(name)]);
  return Object.fromEntries(variables) as Pick<ApiVariables, PaymentVariableName>;
}

/** What the offered identity providers need; their addresses are their own. */
function identityVariables(secrets: ApiSecrets): Pick<ApiVariables, IdentityVariableName> {
  const supplied = (name: IdentityVariableName): Supplied => {
    const secret = secrets.identity.get(name);
    return secret ? { secret } : { left: 'No identity provider that the stage offers needs it.' };
  };
  const variables = identityVariableNames.map((name) => [name, supplied(name)]);
  return Object.fromEntries(variables) as Pick<ApiVariables, IdentityVariableName>;
}

/** Who sells, as the pages and invoices of the stage name them. */
function sellerVariables({ seller }: Stage) {
  const nobodySells = { left: 'Nothing is sold by a demonstration.' };
  return {
    SELLER_NAME: seller ? { value: seller.name } : nobodySells,
    SELLER_ADDRESS: seller ? { value: seller.address } : nobodySells,
    SELLER_STATE: seller ? { value: seller.state } : nobodySells,
    SELLER_GSTIN: seller?.gstin ? { value: seller.gstin } : { left: 'The seller is not registered for GST.' },
    GST_RATE: seller?.gstRate ? { value: String(seller.gstRate) } : { left: 'The default rate applies.' },
    GST_SAC: seller?.gstSac ? { value: seller.gstSac } : { left: 'The default code applies.' },
    SUPPORT_EMAIL: seller ? { value: seller.supportEmail } : nobodySells,
    GRIEVANCE_CONTACT: seller ? { value: seller.grievanceContact } : nobodySells,
  };
}

function mailVariables(stage: Stage, secrets: ApiSecrets, account: string) {
  const { domain } = stage;
  const ses = stage.compute.mail === 'ses';
  const left = { left: 'Amazon SES sends no mail.' };
  const topic = `arn:aws:sns:${stage.region}:${account}:${mailEventsTopicName(stage)}`;
  return {
    MAIL: { value: stage.compute.mail },
    SES_CONFIGURATION_SET: ses ? { value: configurationSetName(stage) } : left,
    SES_EVENTS_TOPIC: ses ? { value: topic } : left,
    SES_ENDPOINT: { left: "SES is Amazon's own." },
    SMTP_URL: secrets.mail ? { secret: secrets.mail } : { left: 'No mail server is used.' },
    MAIL_FROM: domain
      ? { value: `Canar <${senderOf(domain.name)}>` }
      : { left: 'Without a domain there is no sender.' },
    MAILBOX_SECRET: secrets.mailbox ? { secret: secrets.mailbox } : { left: 'No mail is captured.' },
  };
}

/** The environment of the task that prepares and migrates the database. */
export function schemaVariables({ stage, database, roles }: Omit<ApiEnvironmentProps, 'secrets'>): SchemaVariables {
  return {
    DATABASE_ADMIN_URL: { value: databaseUrl(database, databaseUsers.admin, 'postgres') },
    DATABASE_ADMIN_SECRET: { secret: roles.secretOf('DatabaseMaster', database.masterSecret) },
    DATABASE_MIGRATION_URL: { value: databaseUrl(database, databaseUsers.owner, DATABASE_NAME) },
    DATABASE_URL: { value: databaseUrl(database, databaseUsers.app, DATABASE_NAME) },
    DATABASE_BACKUP_URL: { left: 'RDS and AWS Backup keep the copies.' },
    DATABASE_AUTH: { value: 'iam' },
    AWS_REGION: { value: stage.region },
  };
}

function databaseUrl({ host }: DatabaseIdentity, user: string, database: string): string {
  return `postgresql://${user}@${host}:${ports.postgres}/${database}`;
}

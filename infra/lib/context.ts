import { z } from 'zod';
import { example, isReserved } from './example';
import { stages, stageSchema, type Stage } from './stages';

/** How a context value is read: `-c name=value` on the CDK's command line. */
export type ReadContext = (name: string) => unknown;

const ACCOUNT = 'the context value "account" is the twelve digits of an AWS account';
const account = z.string({ error: ACCOUNT }).regex(/^\d{12}$/, ACCOUNT);

const REPOSITORY =
  'the context value "repository" is a GitHub repository: owner/name, or owner@ID/name@ID with the ids that GitHub gave them';
const repository = z
  .string({ error: REPOSITORY })
  .regex(/^[\w.-]+(@\d+\/[\w.-]+@\d+|\/[\w.-]+)$/, REPOSITORY)
  .refine((name) => name !== example.repository, `${REPOSITORY}; ${example.repository} is an example`);

const ALERTS = 'the context value "alertAddress" is the e-mail address that hears alarms and bills';
const alertAddress = z
  .email({ error: ALERTS })
  .refine((address) => !isReserved(address.split('@')[1] ?? ''), `${ALERTS}, and no example`);

const ZONES = 'the context value "zones" names availability zones, such as us-east-1a,us-east-1b,us-east-1c';
const zones = z
  .string({ error: ZONES })
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^us-east-1[a-z]$/, ZONES)).min(2, ZONES));

/** The account to deploy to; AWS's example account when none is said. @throws ZodError when it is not an account number */
export function accountFrom(read: ReadContext): string {
  return account.parse(read('account') ?? example.account);
}

/** Whether templates are only looked at. */
function isOnlyLookedAt(read: ReadContext): boolean {
  return accountFrom(read) === example.account;
}

/**
 * The GitHub repository whose workflows deploy: `owner/name`, or with the ids that its tokens name since July 2026.
 * @throws ZodError when it is not one, or missing or an example in a real account
 */
export function repositoryFrom(read: ReadContext): string {
  const said = read('repository');
  return said === undefined && isOnlyLookedAt(read) ? example.repository : repository.parse(said);
}

/**
 * Who hears alarms and bills; nobody in templates that are only looked at.
 * @throws ZodError when it is not an address, or missing or an example in a real account
 */
export function alertAddressFrom(read: ReadContext): string | undefined {
  const said = read('alertAddress');
  if (!isOnlyLookedAt(read)) return alertAddress.parse(said);
  return z.email({ error: ALERTS }).optional().parse(said);
}

/**
 * The availability zones of a stage. Zones are lettered anew in each account, and VPC origins do not exist in all of
 * them, so deploy.sh chooses them by their ids.
 * @throws ZodError when they are not zones of us-east-1, or missing in a real account, or too few
 */
export function zonesFrom(read: ReadContext, { network }: Stage): readonly string[] {
  const said = read('zones');
  const named = said === undefined && isOnlyLookedAt(read) ? example.zones : zones.parse(said);
  return z.array(z.string()).min(network.zones, ZONES).parse(named).slice(0, network.zones);
}

/** The stages of an app: those whose `STAGE-domain` the context names; all where templates are only looked at. */
export function stagesFrom(read: ReadContext): readonly Stage[] {
  return stages.filter(({ name }) => isOnlyLookedAt(read) || read(`${name}-domain`) !== undefined);
}

/**
 * A stage as this deployment wants it: under the domain that `STAGE-domain` names (`canar.example/Z0123ABC`, or `none`
 * for CloudFront's own name), and reported to `alertAddress`. `protection=off` leaves termination and deletion protection
 * off, while a first deployment may fail and be deleted again. `STAGE-mail` is who carries mail: without a domain it cannot be
 * SES, and is captured unless something else is said. `STAGE-demo` is whether the stage is a demonstration; `STAGE-payments`
 * names the providers that collect, `STAGE-identities` those with which people can sign in, `STAGE-seller` who sells, in JSON.
 * `STAGE-retention-key` is the public key of who reads sealed records.
 * @throws ZodError when the domain is not a name and the id of its hosted zone, or missing or an example in a real account
 */
export function stageFrom(committed: Stage, read: ReadContext): Stage {
  const domain = domainOf(committed, read);
  return stageSchema.parse({
    ...committed,
    domain,
    compute: {
      ...committed.compute,
      ...mailOf(committed, domain, read),
      ...salesOf(committed, read),
      ...identitiesOf(committed, read),
    },
    seller: sellerOf(committed, read),
    retentionKey: read(`${committed.name}-retention-key`) ?? committed.retentionKey,
    alarms: { email: alertAddressFrom(read) },
    deletionProtection: committed.protected && read('protection') !== 'off',
  });
}

function mailOf({ name, compute }: Stage, domain: Stage['domain'], read: ReadContext) {
  const mail = read(`${name}-mail`) ?? (domain ? compute.mail : 'captured');
  const value = `the context value "${name}-mail" is smtp or captured without a domain`;
  if (mail === 'ses' && !domain) throw new z.ZodError([{ code: 'custom', path: [], message: value }]);
  return { mail };
}

const demo = z.enum(['true', 'false']).optional();

function salesOf({ name, compute }: Stage, read: ReadContext) {
  const said = demo.parse(read(`${name}-demo`));
  const demonstration = said === undefined ? compute.demonstration : said === 'true';
  const payments = read(`${name}-payments`);
  if (payments !== undefined) return { demonstration, payments: z.string().parse(payments).split(',') };
  return { demonstration, payments: demonstration ? ['sandbox'] : compute.payments };
}

function identitiesOf({ name }: Stage, read: ReadContext) {
  const identities = read(`${name}-identities`);
  return identities === undefined ? {} : { identities: z.string().parse(identities).split(',') };
}

function sellerOf({ name, seller }: Stage, read: ReadContext): unknown {
  const said = read(`${name}-seller`);
  if (said === undefined) return seller;
  try {
    return JSON.parse(z.string().parse(said)) as unknown;
  } catch {
    throw new z.ZodError([{ code: 'custom', path: [], message: `the context value "${name}-seller" is JSON` }]);
  }
}

function domainOf(committed: Stage, read: ReadContext): Stage['domain'] {
  const said = read(`${committed.name}-domain`);
  if (said === 'none') return undefined;
  if (said === undefined && isOnlyLookedAt(read)) return committed.domain;
  const value = `the context value "${committed.name}-domain" is NAME/ZONE-ID or none`;
  const [name, ...zone] = z.string({ error: value }).parse(said).split('/');
  const isExample = !isOnlyLookedAt(read) && isReserved(name ?? '');
  if (isExample) throw new z.ZodError([{ code: 'custom', path: [], message: `${value}; ${name} is an example` }]);
  return { name: name ?? '', hostedZoneId: zone.join('/') };
}

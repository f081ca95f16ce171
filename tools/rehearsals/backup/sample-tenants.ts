import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import pg from 'pg';

import type { Installation } from './installation';
import { SampleLedger } from './sample-ledger';

type Row = Record<string, unknown>;

const BATCH = 2000;
const PROFILES = 5;
const START = Date.UTC(2026, 0, 1);

/** The numbers of tenants and revisions; each tenant gets an equal share of the revisions. */
export interface SampleSize {
  tenants: number;
  revisions: number;
}

/** Fills an installation with the application's login, so that its grants, policies, checks and triggers apply. */
export async function fillInstallation(installation: Installation, { tenants, revisions }: SampleSize): Promise<void> {
  const client = new pg.Client({ connectionString: installation.appUrl });
  await client.connect();
  try {
    for (let tenant = 0; tenant < tenants; tenant += 1) {
      const share = Math.floor(revisions / tenants) + (tenant < revisions % tenants ? 1 : 0);
      await addTenant(client, installation.files, share);
    }
  } finally {
    await client.end();
  }
}

async function addTenant(client: pg.Client, files: string, revisions: number): Promise<void> {
  const tenantId = randomUUID();
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
  await addPerson(client, tenantId);
  const profiles = Array.from({ length: PROFILES }, () => randomUUID());
  const made = revisionsOf(tenantId, profiles, revisions);
  await addProfiles(client, tenantId, profiles, made);
  await insert(client, 'profiles.revisions', made);
  await addLedger(client, tenantId, made);
  for (const profileId of profiles) await addFiles(client, files, tenantId, profileId);
  await client.query('COMMIT');
}

async function addPerson(client: pg.Client, tenantId: string): Promise<void> {
  const [userId, created_at] = [randomUUID(), new Date(START).toISOString()];
  const email = `${userId}@drill.example`;
  const user = { id: userId, email, email_key: email, name: 'Zoë “Drill” मीरा', created_at };
  await insert(client, 'auth.users', [user]);
  await insert(client, 'auth.credentials', [{ user_id: userId, password_hash: 'none', changed_at: created_at }]);
  await insert(client, 'auth.tenants', [{ id: tenantId, name: user.name, created_at }]);
  await insert(client, 'auth.memberships', [{ tenant_id: tenantId, user_id: userId, role: 'owner', created_at }]);
  const edit_until = new Date(START + 1e11).toISOString();
  const entitlement = { tenant_id: tenantId, plan: 'basic', starts_at: created_at, edit_until, features: [] };
  await insert(client, 'credits.entitlements', [entitlement]);
}

function revisionsOf(tenantId: string, profiles: readonly string[], count: number) {
  return Array.from({ length: count }, (_, index) => {
    const document = documentOf(index);
    const created = new Date(START + index * 61_001);
    return {
      tenant_id: tenantId,
      id: randomUUID(),
      profile_id: profiles[index % profiles.length] ?? '',
      number: Math.floor(index / profiles.length) + 1,
      document,
      content_hash: `\\x${createHash('sha256').update(JSON.stringify(document)).digest('hex')}`,
      created_by: null,
      created_at: created.toISOString(),
      undone_at: index % 50 === 49 ? created.toISOString() : null,
    };
  });
}

type Revision = ReturnType<typeof revisionsOf>[number];

/** A unique document of about a kilobyte with content that a dump could get wrong: quotes, backslashes, many scripts. */
function documentOf(index: number): object {
  const words = randomBytes(360).toString('base64');
  return {
    basics: { name: `Person ${index}`, summary: `"quoted" \\N \\. tab\t line\n काम 履歴書 ${words}` },
    work: [{ name: 'Hooli', position: 'Engineer', startDate: '2020-01', highlights: [words.slice(0, 120), ''] }],
    meta: { canar: { schema: 1 } },
  };
}

async function addProfiles(
  client: pg.Client,
  tenantId: string,
  profiles: readonly string[],
  revisions: readonly Revision[],
): Promise<void> {
  const at = new Date(START).toISOString();
  const key = (profile_id: string) => ({ tenant_id: tenantId, profile_id });
  const numberOf = (id: string) => revisions.filter(({ profile_id }) => profile_id === id).length;
  const titled = { tenant_id: tenantId, title: 'Drill', created_at: at, updated_at: at };
  const rows = profiles.map((id) => ({ ...titled, id, last_number: numberOf(id) }));
  await insert(client, 'profiles.profiles', rows);
  const draft = { document: documentOf(0), warnings: [], content_hash: '\\x00', version: 1, updated_at: at };
  await insert(
    client,
    'profiles.drafts',
    profiles.map((id) => ({ ...key(id), ...draft })),
  );
  const terms = { visibility: 'public', hidden_fields: ['phone'], show_cv: true, template: 'classic', version: 1 };
  const published = profiles.map((id) => ({ ...key(id), ...terms, slug: `p-${id}`, published_at: at }));
  await insert(client, 'profiles.publications', published);
  await insert(
    client,
    'profiles.slugs',
    profiles.map((id) => ({ ...key(id), slug: `p-${id}`, claimed_at: at })),
  );
}

async function addLedger(client: pg.Client, tenantId: string, revisions: readonly Revision[]): Promise<void> {
  const ledger = new SampleLedger(tenantId);
  for (const { id, created_at, undone_at } of revisions) ledger.charge(id, new Date(created_at), undone_at !== null);
  await client.query('INSERT INTO credits.accounts (tenant_id) VALUES ($1)', [tenantId]);
  for (const table of ['transactions', 'entries', 'grants', 'allocations'] as const) {
    await insert(client, `credits.${table}`, ledger[table]);
  }
  const { balance, sequence, hash } = ledger.account;
  await client.query(
    'UPDATE credits.accounts SET balance = $2, last_sequence = $3, last_hash = $4 WHERE tenant_id = $1',
    [tenantId, balance, sequence, Buffer.from(hash, 'hex')],
  );
}

async function addFiles(client: pg.Client, root: string, tenantId: string, profileId: string): Promise<void> {
  const at = new Date(START).toISOString();
  const common = { tenant_id: tenantId, profile_id: profileId, created_at: at };
  const [photoId, cvId] = [randomUUID(), randomUUID()];
  const hashes = [96, 320].map((width) => ({ width, hash: randomBytes(32).toString('hex') }));
  const photo = { ...common, id: photoId, kind: 'photo', file_name: null, media_type: 'image/webp', bytes: 4000 };
  const cv = { ...common, id: cvId, kind: 'cv', file_name: 'cv.pdf', media_type: 'application/pdf', bytes: 20_000 };
  await insert(client, 'profiles.files', [
    { ...photo, sizes: hashes },
    { ...cv, sizes: [] },
  ]);
  for (const { hash } of hashes) {
    for (const [extension, mediaType] of Object.entries({ webp: 'image/webp', jpg: 'image/jpeg' })) {
      await insert(client, 'profiles.media', [{ tenant_id: tenantId, hash, extension, file_id: photoId }]);
      await storeFile(root, `tenants/${tenantId}/photos/${hash}.${extension}`, mediaType, 4000);
    }
  }
  await storeFile(root, `tenants/${tenantId}/cvs/${cvId}.pdf`, 'application/pdf', 20_000);
}

/** The format of a stored file on disk: a line of JSON, and the bytes. */
async function storeFile(root: string, key: string, mediaType: string, length: number): Promise<void> {
  const path = join(root, key);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const label = Buffer.from(`${JSON.stringify({ mediaType })}\n`);
  await writeFile(path, Buffer.concat([label, randomBytes(length)]), { mode: 0o600 });
}

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  for (let at = 0; at < rows.length; at += BATCH) {
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + BATCH))],
    );
  }
}

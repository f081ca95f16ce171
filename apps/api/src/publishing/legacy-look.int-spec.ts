import { randomUUID } from 'node:crypto';
import type { ProfileDocument } from '@canar/profile-document';
import { Client } from 'pg';
import { registerPerson } from '../auth/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { createFormerDatabase } from '../platform/testing/test-database';
import { saveDocument, writeDraft } from '../profiles/testing';
import { startTestApp, type TestApp } from '../test-app';
import { publishDocument, type Publishing } from './testing';

/** A page of the release before: its publication names one template, each of its revisions may name another. */
interface FormerPage {
  slug: string;
  template: string;
  /** the templates that the revisions name, oldest first; of the latest ones `undone` are undone */
  named: (string | undefined)[];
  undone?: number;
  isProtected?: boolean;
}

const formerPages: FormerPage[] = [
  { slug: 'equal', template: 'modern', named: ['modern'] },
  { slug: 'different', template: 'classic', named: ['fresher', 'modern'] },
  { slug: 'none-in-the-document', template: 'creative', named: [undefined] },
  { slug: 'unknown-in-the-document', template: 'engineer', named: ['brutalist'] },
  { slug: 'latest-undone', template: 'executive', named: ['modern', 'compact'], undone: 1 },
  { slug: 'protected', template: 'academic', named: ['compact'], isProtected: true },
];
const keepTheirTemplate = [
  'different',
  'none-in-the-document',
  'unknown-in-the-document',
  'latest-undone',
  'protected',
];

const tenant = '01900000-0000-7000-8000-000000000001';
const token = 'a'.repeat(22);
const at = new Date('2026-11-01T10:00:00Z');

function documentOf(template: string | undefined): ProfileDocument {
  return {
    basics: { name: 'Meenakshi Iyer', label: 'Engineer', email: 'meenakshi@example.in', location: { city: 'Chennai' } },
    work: [{ name: 'Acme', position: 'Staff engineer', startDate: '2021-02', highlights: ['Made things.'] }],
    skills: [{ name: 'Databases', keywords: ['PostgreSQL'] }],
    meta: { canar: { design: { accent: '#1e6b52', ...(template !== undefined && { template }) } } },
  };
}

async function addPage(client: Client, page: FormerPage): Promise<void> {
  const { slug, template, named, undone = 0, isProtected = false } = page;
  const id = randomUUID();
  const key = [tenant, id];
  await client.query(`INSERT INTO profiles.profiles VALUES ($1, $2, 'Engineer', $3, $4, $4)`, [
    ...key,
    named.length,
    at,
  ]);
  for (const [index, name] of named.entries()) {
    const undoneAt = index >= named.length - undone ? at : null;
    await client.query(
      `INSERT INTO profiles.revisions (tenant_id, profile_id, id, number, document, content_hash, created_at, undone_at)
       VALUES ($1, $2, $3, $4, $5, '', $6, $7)`,
      [...key, randomUUID(), index + 1, JSON.stringify(documentOf(name)), at, undoneAt],
    );
  }
  await client.query(
    `INSERT INTO profiles.publications
       (tenant_id, profile_id, slug, visibility, hidden_fields, show_cv, template, password_hash, version, published_at)
     VALUES ($1, $2, $3, $4, '{}', false, $5, $6, 7, $7)`,
    [...key, slug, isProtected ? 'protected' : 'public', template, isProtected ? 'hash' : null, at],
  );
  await client.query('INSERT INTO profiles.slugs VALUES ($3, $1, $2, $4)', [...key, slug, at]);
  if (isProtected) {
    await client.query(
      `INSERT INTO profiles.share_links (tenant_id, profile_id, id, label, token, created_at) VALUES ($1, $2, $3, 'One', $4, $5)`,
      [...key, randomUUID(), token, at],
    );
  }
}

/** What visitors get of pages that were made before the migration. */
async function formsAfterMigration(pages: FormerPage[]) {
  const database = await createFormerDatabase('0016-sign-in.sql');
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query(`INSERT INTO auth.tenants VALUES ($1, 'Former', $2)`, [tenant, at]);
  for (const page of pages) await addPage(client, page);
  const stored = () => client.query('SELECT document FROM profiles.revisions ORDER BY document::text');
  const before = (await stored()).rows;
  await database.migrate();
  expect((await stored()).rows).toEqual(before);
  const { rows } = await client.query<{ slug: string }>(
    'SELECT slug FROM profiles.publications WHERE legacy_template IS NOT NULL ORDER BY slug',
  );
  await client.end();
  const test = await startTestApp({ DATABASE_URL: database.appUrl });
  try {
    return { legacy: rows.map(({ slug }) => slug), forms: await formsOf(new ApiCaller(test.app), pages) };
  } finally {
    await test.close();
    await database.drop();
  }
}

async function formsOf(visitor: ApiCaller, pages: FormerPage[]): Promise<Record<string, Buffer>> {
  const forms: Record<string, Buffer> = {};
  for (const { slug, isProtected } of pages) {
    for (const form of ['', '.pdf', '/card.png']) {
      const base = isProtected ? `/p/${slug}/s/${token}` : `/p/${slug}`;
      const { status, bytes } = await visitor.get(`${base}${form}`);
      expect([slug, form, status]).toEqual([slug, form, 200]);
      forms[`${slug}${form}`] = bytes;
    }
  }
  return forms;
}

describe('pages of the release before', () => {
  it('shows every former page, PDF and card in the template of its publication', async () => {
    const { legacy, forms } = await formsAfterMigration(formerPages);
    expect(legacy).toEqual([...keepTheirTemplate].sort());
    // As if each document had always named the template in which its page was shown.
    const shown = formerPages.map((page) => ({ ...page, named: page.named.map(() => page.template) }));
    const expected = await formsAfterMigration(shown);
    expect(expected.legacy).toEqual([]);
    const different = Object.keys(forms).filter((name) => !forms[name]?.equals(expected.forms[name] ?? Buffer.of()));
    expect(different).toEqual([]);
  }, 120_000);
});

describe('the template that a page keeps', () => {
  let test: TestApp;
  let made: Publishing;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  /** A page as the migration leaves it: its only revision names Modern, and it is shown in Classic. */
  async function migratedPage(): Promise<void> {
    made = await publishDocument(test, documentOf('modern'));
    await test.sql(
      `UPDATE profiles.publications SET legacy_template = 'classic', legacy_revision = 1, legacy_last_number = 1
       WHERE profile_id = $1`,
      [made.id],
    );
  }

  async function shown(): Promise<unknown[]> {
    const { text } = await new ApiCaller(test.app).get(`/p/${made.slug}`);
    const { body } = await made.person.api.get<{ publication: { legacyTemplate: string | null } }>(
      `/api/profiles/${made.id}`,
    );
    return [/cv-is-(\w+)/.exec(text)?.[1], body.publication.legacyTemplate];
  }

  it('ends with the next saved edit, and stays ended when that is undone', async () => {
    await migratedPage();
    expect(await shown()).toEqual(['classic', 'classic']);
    const saved = await saveDocument(made.person, made.id, { ...documentOf('creative'), work: [] });
    expect(await shown()).toEqual(['creative', null]);
    const undone = await made.person.api.post(`/api/profiles/${made.id}/revisions/${saved.body.revision.number}/undo`, {
      body: {},
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([undone.status, await shown()]).toEqual([200, ['modern', null]]);
  });

  it('keeps the legacy template through drafts and changes of terms', async () => {
    await migratedPage();
    await writeDraft(made.person, made.id, documentOf('engineer'));
    expect((await made.publish({ visibility: 'unlisted' })).body['legacyTemplate']).toBe('classic');
    expect(await shown()).toEqual(['classic', 'classic']);
  });

  it('ends the legacy template when the page is published again', async () => {
    await migratedPage();
    await made.person.api.send('DELETE', `/api/profiles/${made.id}/publication`);
    expect((await made.publish()).body['legacyTemplate']).toBeNull();
    expect(await shown()).toEqual(['modern', null]);
  });

  it('lets the application write no column of the legacy template', async () => {
    const application = new Client({ connectionString: test.database.appUrl });
    await application.connect();
    for (const column of ['legacy_template', 'legacy_revision', 'legacy_last_number']) {
      const written = application.query(`UPDATE profiles.publications SET ${column} = NULL`);
      await expect(written).rejects.toThrow('permission denied');
    }
    await application.end();
  });

  it('rejects a template from a client by its name', async () => {
    const person = await registerPerson(test.app);
    const body = { slug: 'still-sent', visibility: 'public', template: 'modern' };
    const answer = await person.api.put(`/api/profiles/${randomUUID()}/publication`, { body });
    expect([answer.status, answer.body['errors']]).toMatchObject([400, [{ pointer: '/template' }]]);
  });
});

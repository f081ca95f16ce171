import { openRecord, privateKeyOf, registerPerson } from './auth/testing';
import { brokenRules } from './credits/testing';
import { AccountDataRegistry } from './platform/account-data/account-data-registry';
import { JobHandlers } from './platform/jobs/job-handlers';
import { FileStorage } from './platform/storage/file-storage';
import { ApiCaller } from './platform/testing/api-caller';
import { eventually } from './platform/testing/eventually';
import { startTestApp, type TestApp } from './test-app';
import { type Marked, markedPerson } from './testing/marked-person';
import { placesOf, tablesOf } from './testing/places-of';
import { jobsDone, mailsTo } from './platform/testing/captured-mails';

/** What is real: the API, its log as it leaves the process, PostgreSQL with its queue, and files on disk. */
let test: TestApp;
let anonymous: ApiCaller;
const lines: string[] = [];
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  test = await startTestApp({ LOG_LEVEL: 'debug' });
  anonymous = new ApiCaller(test.app);
});
afterAll(async () => {
  await test.close();
  jest.restoreAllMocks();
});

const day = 86_400;
const filesOf = async (tenantId: string) => {
  const keys: string[] = [];
  for await (const key of test.app.get(FileStorage, { strict: false }).list()) keys.push(key);
  return keys.filter((key) => key.includes(tenantId));
};

const leave = ({ person }: Marked) => person.api.send<{ eraseAt: string }>('DELETE', '/api/account');
const eraseDue = async () => {
  // A mail that is on its way leaves at once, days before its account is erased.
  await jobsDone(test);
  await test.app.get(JobHandlers).work('auth.erase-due-accounts', {});
  await jobsDone(test);
};
const signIn = ({ person: { user, password } }: Marked) =>
  anonymous.post<Record<string, string>>('/api/login', { body: { email: user.email, password } });
const subjectsTo = async ({ person }: Marked) => (await mailsTo(test, person.user.email)).map(({ subject }) => subject);

describe('the data of an account', () => {
  it('lists every table with texts as erased, statutory or without personal data', async () => {
    const registry = test.app.get(AccountDataRegistry, { strict: false });
    const known = new Set([...registry.erased, ...registry.impersonal, ...registry.statutory]);
    const tables = await tablesOf(test);
    expect(tables.filter(({ name, texts }) => texts && !known.has(name)).map(({ name }) => name)).toEqual([]);
    expect([...known].filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });
});

describe('leaving', () => {
  it('says what is lost, and asks that it is still the person', async () => {
    const marked = await markedPerson(test);
    const shown = await marked.person.api.get('/api/account/deletion');
    expect(shown.body).toEqual({
      eraseAt: null,
      graceDays: 7,
      retentionDays: 365,
      losses: {
        profiles: 1,
        publishedPages: 1,
        credits: 495,
        subscription: { plan: 'basic', until: expect.any(String) },
      },
    });
    test.clock.advance(600);
    expect((await leave(marked)).body).toMatchObject({ code: 'confirmation.required', methods: ['password'] });
    expect((await marked.person.api.get('/api/user')).body['eraseAt']).toBeNull();
  });

  it('closes pages and sessions at once, and opens all again for who stays', async () => {
    const marked = await markedPerson(test);
    expect((await anonymous.get(`/p/${marked.slug}`)).status).toBe(200);
    const left = await leave(marked);
    expect(left.body).toEqual({ eraseAt: new Date(test.clock.now().getTime() + 7 * day * 1000).toISOString() });
    expect((await marked.person.api.get('/api/user')).status).toBe(401);
    await eventually(
      () => anonymous.get(`/p/${marked.slug}`),
      ({ status }) => status === 404,
    );
    await jobsDone(test);
    expect(await subjectsTo(marked)).toContain('Your Canar account will be deleted');
    test.clock.advance(7 * day - 1);
    await eraseDue();
    const { body } = await signIn(marked);
    const api = anonymous.with({ authorization: `Bearer ${body['accessToken']}` });
    expect((await api.get('/api/user')).body['eraseAt']).toBe(left.body.eraseAt);
    expect((await api.send('DELETE', '/api/account/deletion')).status).toBe(204);
    await eventually(
      () => anonymous.get(`/p/${marked.slug}`),
      ({ status }) => status === 200,
    );
    test.clock.advance(day);
    await eraseDue();
    expect((await signIn(marked)).status).toBe(200);
  });

  it('keeps an organisation that others belong to, and lets no last owner leave it', async () => {
    const [marked, other] = [await markedPerson(test), await registerPerson(test.app)];
    const { tenantId } = marked.person.user;
    await test.sql(`INSERT INTO auth.memberships VALUES ($1, $2, 'editor', now())`, [tenantId, other.user.id]);
    const refused = await leave(marked);
    expect([refused.status, refused.body]).toEqual([409, expect.objectContaining({ code: 'account.last-owner' })]);
    await test.sql(`UPDATE auth.memberships SET role = 'owner' WHERE user_id = $1 AND tenant_id = $2`, [
      other.user.id,
      tenantId,
    ]);
    expect((await leave(marked)).status).toBe(200);
    expect((await anonymous.get(`/p/${marked.slug}`)).status).toBe(200);
    const keys = 'SELECT 1 FROM platform.idempotency_keys WHERE user_id = $1';
    expect(await test.sql(keys, [marked.person.user.id])).not.toEqual([]);
    test.clock.advance(7 * day);
    await eraseDue();
    expect(await test.sql('SELECT 1 FROM auth.users WHERE id = $1', [marked.person.user.id])).toEqual([]);
    expect(await test.sql('SELECT 1 FROM profiles.profiles WHERE tenant_id = $1', [tenantId])).toHaveLength(2);
    expect(await test.sql(keys, [marked.person.user.id])).toEqual([]);
  });
});

describe('erasing', () => {
  it('erases mails that wait in the queue, to the person and in their name', async () => {
    const [leaver, other] = [await registerPerson(test.app), await registerPerson(test.app)];
    const queue = (to: string, text: string) =>
      test.sql(
        `SELECT graphile_worker.add_job('mail.send', json_build_object('to', $1::text, 'subject', 'Waiting', 'text', $2::text),
           run_at := now() + interval '30 days')`,
        [to, text],
      );
    await queue(leaver.user.email.toUpperCase(), 'to the person');
    await queue('a-friend@example.in', `${leaver.user.email} invites you`);
    await queue(other.user.email, 'to another person');
    expect((await leaver.api.send('DELETE', '/api/account')).status).toBe(200);
    test.clock.advance(7 * day);
    await eraseDue();
    const waiting = await test.sql(
      `SELECT payload ->> 'to' AS "to" FROM graphile_worker._private_jobs WHERE payload ->> 'subject' = 'Waiting'`,
    );
    expect(waiting).toEqual([{ to: other.user.email }]);
  });

  it('finds a person in no table, file or log line but invoices', async () => {
    const [marked, neighbour] = [await markedPerson(test), await markedPerson(test)];
    const { tenantId, id: userId } = marked.person.user;
    await jobsDone(test);
    const before = await placesOf(test, marked.mark, lines);
    const registry = test.app.get(AccountDataRegistry, { strict: false });
    expect(before).toEqual(
      expect.arrayContaining(
        [
          [
            'auth',
            ['users', 'sessions', 'tenants', 'operator_acts', 'one_time_tokens', 'email_changes', 'invitations'],
          ],
          ['profiles', ['profiles', 'drafts', 'revisions', 'files', 'publications', 'slugs', 'share_links']],
          ['platform', ['idempotency_keys', 'captured_mails']],
          ['billing', ['buyers', 'invoices']],
        ].flatMap(([schema, tables]) => (tables as string[]).map((table) => `${String(schema)}.${table}`)),
      ),
    );
    expect(before.filter((name) => name.startsWith('file'))).toHaveLength(1);
    expect(before.filter((name) => registry.impersonal.includes(name))).toEqual([]);
    await leave(marked);
    test.clock.advance(7 * day);
    await eraseDue();
    expect(await subjectsTo(marked)).toEqual(['Your Canar account was erased']);
    // The mailbox stands for the one of the person; the receipt in it is theirs.
    await test.sql('DELETE FROM platform.captured_mails WHERE recipient = $1', [marked.person.user.email]);
    expect(await placesOf(test, marked.mark, lines)).toEqual(['billing.invoices']);
    expect(await filesOf(tenantId)).toEqual([]);
    expect(await test.sql('SELECT 1 FROM platform.idempotency_keys WHERE tenant_id = $1', [tenantId])).toEqual([]);
    expect(await brokenRules(test, tenantId)).toEqual([]);
    expect(await test.sql('SELECT 1 FROM credits.entries WHERE tenant_id = $1', [tenantId])).toHaveLength(4);
    expect((await signIn(marked)).status).toBe(401);
    expect(await placesOf(test, neighbour.mark, lines)).toEqual(
      expect.arrayContaining(['profiles.slugs', 'profiles.share_links']),
    );
    expect((await anonymous.get(`/p/${neighbour.slug}`)).status).toBe(200);
    expect(await test.sql('SELECT 1 FROM auth.retained_records WHERE user_id = $1', [userId])).toHaveLength(1);
  });

  it('seals what was processed for a year, and then erases it', async () => {
    const marked = await markedPerson(test);
    const { id } = marked.person.user;
    await leave(marked);
    test.clock.advance(7 * day);
    await eraseDue();
    const stored = () =>
      test.sql<{ sealed: Buffer }>('SELECT sealed FROM auth.retained_records WHERE user_id = $1', [id]);
    const [record] = await stored();
    const opened = openRecord(record?.sealed ?? Buffer.of(), privateKeyOf(test.env.JWT_SECRET), id);
    const { processed } = opened as { processed: { what: string; purpose: string; from: string; data?: object }[] };
    expect(new Set(processed.map(({ what }) => what))).toEqual(
      new Set(['account', 'session', 'audit', 'address-change', 'consent', 'profile', 'address']),
    );
    expect(processed.every(({ purpose, from }) => purpose !== '' && !Number.isNaN(Date.parse(from)))).toBe(true);
    expect(processed[processed.findIndex(({ what }) => what === 'account')]?.data).toMatchObject({
      email: marked.person.user.email,
    });
    const contents = JSON.stringify(processed.filter(({ what }) => what === 'profile' || what === 'address'));
    expect(contents).not.toContain(marked.mark);
    const roles = await test.sql<{ role: string }>(
      `SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'canar\\_%' AND NOT rolsuper
         AND has_column_privilege(rolname, 'auth.retained_records', 'sealed', 'SELECT') ORDER BY 1`,
    );
    expect(roles.map(({ role }) => role)).toEqual(['canar_backup', 'canar_owner']);
    test.clock.advance(364 * day);
    await eraseDue();
    expect(await stored()).toHaveLength(1);
    test.clock.advance(day);
    await eraseDue();
    expect(await stored()).toEqual([]);
  });

  it('erases all or nothing, and does it when it is tried again', async () => {
    const marked = await markedPerson(test);
    await leave(marked);
    test.clock.advance(7 * day);
    await test.sql(`CREATE FUNCTION pg_temp.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
    await test.sql('CREATE TRIGGER fail BEFORE DELETE ON auth.users FOR EACH ROW EXECUTE FUNCTION pg_temp.fail()');
    const erase = () => test.app.get(JobHandlers).work('auth.erase-account', { userId: marked.person.user.id });
    await expect(erase()).rejects.toThrow('no');
    await test.sql('DROP TRIGGER fail ON auth.users');
    expect(await placesOf(test, marked.mark, lines)).toEqual(
      expect.arrayContaining(['profiles.drafts', 'auth.tenants']),
    );
    await erase();
    await erase();
    await jobsDone(test);
    await test.sql('DELETE FROM platform.captured_mails WHERE recipient = $1', [marked.person.user.email]);
    expect(await placesOf(test, marked.mark, lines)).toEqual(['billing.invoices']);
  });

  it('lets the jobs delete nothing of who has not left', async () => {
    const { person } = await markedPerson(test);
    const asJobs = (sql: string, id: string) => test.sql(`SET ROLE canar_jobs; ${sql.replace('$1', `'${id}'`)}`);
    await expect(asJobs('DELETE FROM auth.users WHERE id = $1', person.user.id)).rejects.toThrow('has not asked');
    for (const table of ['profiles.profiles', 'profiles.publications', 'profiles.slugs'])
      await asJobs(`DELETE FROM ${table} WHERE tenant_id = $1`, person.user.tenantId);
    await test.sql('RESET ROLE');
    for (const table of ['profiles.profiles', 'profiles.publications', 'profiles.slugs'])
      expect(await test.sql(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [person.user.tenantId])).not.toEqual([]);
  });
});

import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { registerPerson } from './auth/testing';
import { AccountDataRegistry } from './platform/account-data/account-data-registry';
import { FileStorage } from './platform/storage/file-storage';
import { JobHandlers } from './platform/jobs/job-handlers';
import { ApiCaller } from './platform/testing/api-caller';
import { eventually } from './platform/testing/eventually';
import { startTestApp, type TestApp } from './test-app';
import { type Marked, markedPerson } from './testing/marked-person';
import { tablesOf } from './testing/places-of';
import { mailsTo } from './platform/testing/captured-mails';

/** What is real: the API, PostgreSQL with its queue, and files on disk. */
let test: TestApp;
beforeAll(async () => void (test = await startTestApp()));
afterAll(() => test.close());
afterEach(() => jest.restoreAllMocks());

const day = 86_400;
const inApp = <T>(type: abstract new (...parts: never[]) => T) => test.app.get<T>(type, { strict: false });
const show = (api: ApiCaller) => api.get<{ state: string; bytes: number; expiresAt: string }>('/api/account/export');
const ask = (api: ApiCaller) => api.post('/api/account/export');
const ready = (api: ApiCaller) =>
  eventually(
    () => show(api),
    ({ body }) => body.state === 'ready',
  );
const archive = (api: ApiCaller) => api.get('/api/account/export/archive');
const exportsOf = async (userId: string) => {
  const keys: string[] = [];
  for await (const { key } of inApp(FileStorage).listed(`exports/${userId}/`)) keys.push(key);
  return keys;
};

/** The files of a ZIP archive, as texts. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        text(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      }),
    );
    zip.on('end', () => resolve(files)).on('error', reject);
    zip.readEntry();
  });
}

async function exportOf({ person: { api } }: Marked): Promise<Map<string, string>> {
  expect((await ask(api)).status).toBe(202);
  await ready(api);
  return unzip((await archive(api)).bytes);
}

describe('the export of an account', () => {
  it('collects every table with texts of a person, or says why not', async () => {
    const { person } = await markedPerson(test);
    const registry = inApp(AccountDataRegistry);
    const { id: userId, email, tenantId } = person.user;
    const files = await registry.collect({ userId, emails: [email], tenantIds: [tenantId] });
    const collected = new Set([...files.flatMap(({ tables }) => tables), ...registry.withheld]);
    const texts = (await tablesOf(test)).filter((table) => table.texts).map(({ name }) => name);
    const personal = [...registry.erased, ...registry.statutory].filter((name) => texts.includes(name));
    expect(personal.filter((name) => !collected.has(name))).toEqual([]);
    expect([...collected].filter((name) => registry.withheld.includes(name) && !personal.includes(name))).toEqual([]);
  });

  it('contains what the person has written, and a README that names each file', async () => {
    const marked = await markedPerson(test);
    const neighbour = await markedPerson(test);
    const files = await exportOf(marked);
    const withMark = [...files].filter(([, content]) => content.includes(marked.mark)).map(([path]) => path);
    const profile = `profiles/Title ${marked.mark} (1)`;
    expect(withMark.sort()).toEqual(
      [
        ...['account', 'address-changes', 'organisations', 'sessions'].map((name) => `account/${name}.json`),
        ...['buyer', 'invoices'].map((name) => `billing/${name}.json`),
        ...['addresses', 'pages', 'share-links'].map((name) => `publishing/${name}.json`),
        'README.txt',
        'credits/statement.json',
        ...['cv.pdf', 'draft.json', 'profile.json', 'resume.json', 'saved edits/1.json'].map(
          (name) => `${profile}/${name}`,
        ),
        ...['draft.json', 'profile.json', 'resume.json'].map((name) => `profiles/Trash ${marked.mark} (2)/${name}`),
      ].sort(),
    );
    const readme = files.get('README.txt') ?? '';
    for (const path of files.keys()) if (path !== 'README.txt') expect(readme).toContain(`${path}\n    `);
    for (const [path, content] of files) if (path.endsWith('.json')) expect(() => JSON.parse(content)).not.toThrow();
    expect(JSON.parse(files.get('account/activity.json') ?? '')).toContainEqual(
      expect.objectContaining({ act: 'account.registered' }),
    );
    expect(JSON.parse(files.get('account/consents.json') ?? '')).toHaveLength(1);
    expect([...files].filter(([, content]) => content.includes(neighbour.mark))).toEqual([]);
    const secrets = await test.sql<{ secret: string }>(
      `SELECT password_hash AS secret FROM auth.credentials UNION SELECT token FROM profiles.share_links`,
    );
    const all = [...files.values()].join('\n');
    expect(secrets.filter(({ secret }) => all.includes(secret))).toEqual([]);
  });

  it('leaves out an organisation that others belong to, but for the membership', async () => {
    const [marked, other] = [await markedPerson(test), await registerPerson(test.app)];
    await test.sql(`INSERT INTO auth.memberships VALUES ($1, $2, 'viewer', now())`, [
      marked.person.user.tenantId,
      other.user.id,
    ]);
    const files = await exportOf({ ...marked, person: other as Marked['person'] });
    expect(files.get('account/organisations.json')).toContain(marked.mark);
    expect([...files.keys()].filter((path) => path.startsWith('profiles/'))).toEqual([]);
  });

  it('goes to its person alone, with a recent proof, until it expires', async () => {
    const [{ api, user, password }, stranger] = [await registerPerson(test.app), await registerPerson(test.app)];
    expect((await show(api)).body).toEqual({ state: 'none', requestedAt: null, expiresAt: null, bytes: null });
    expect((await archive(api)).body).toMatchObject({ status: 404, code: 'account-export.not-ready' });
    await ask(api);
    const { body } = await ready(api);
    expect(body.expiresAt).toBe(new Date(test.clock.now().getTime() + 7 * day * 1000).toISOString());
    const sent = await archive(api);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(body.bytes),
      'content-disposition': expect.stringContaining('canar-export.zip'),
      'cache-control': 'no-store',
    });
    expect(sent.bytes).toHaveLength(body.bytes);
    expect((await archive(stranger.api)).status).toBe(404);
    const mails = (await mailsTo(test, user.email)).filter(({ subject }) => subject.includes('download'));
    expect(mails.map((mail) => /http\S+/.exec(mail.body)?.[0])).toEqual(['http://localhost/settings/']);
    test.clock.advance(600);
    expect((await archive(api)).body).toMatchObject({ code: 'confirmation.required' });
    test.clock.advance(7 * day - 600);
    const { body: renewed } = await new ApiCaller(test.app).post<{ accessToken: string }>('/api/login', {
      body: { email: user.email, password },
    });
    const later = api.with({ authorization: `Bearer ${renewed.accessToken}` });
    expect((await archive(later)).body).toMatchObject({ code: 'account-export.not-ready' });
    expect((await show(later)).body.state).toBe('none');
    await inApp(JobHandlers).work('auth.forget-account-exports', {});
    expect(await exportsOf(user.id)).toEqual([]);
    expect(await test.sql('SELECT 1 FROM auth.account_exports WHERE user_id = $1', [user.id])).toEqual([]);
  });

  it('replaces the one before, and is asked for three times a day at most', async () => {
    const { api, user } = await registerPerson(test.app);
    for (let turn = 0; turn < 3; turn += 1) {
      await ask(api);
      await ready(api);
    }
    expect(
      await eventually(
        () => exportsOf(user.id),
        (keys) => keys.length === 1,
      ),
    ).toHaveLength(1);
    const refused = await ask(api);
    expect([refused.status, refused.body['code'], refused.headers['retry-after']]).toEqual([
      429,
      'account-export.too-many',
      '28800',
    ]);
    expect((await archive(api)).status).toBe(200);
  });

  it('says that it failed, and is built by the next attempt', async () => {
    const { api, user } = await registerPerson(test.app);
    const storage = inApp(FileStorage);
    const put = jest.spyOn(storage, 'putFile').mockRejectedValue(new Error('The disk is full.'));
    await ask(api);
    await eventually(
      () => show(api),
      ({ body }) => body.state === 'failed',
    );
    put.mockRestore();
    const [row] = await test.sql<{ id: string }>('SELECT id FROM auth.account_exports WHERE user_id = $1', [user.id]);
    await inApp(JobHandlers).work('auth.build-account-export', { userId: user.id, id: row?.id });
    expect((await show(api)).body.state).toBe('ready');
  });

  it('counts as failed when it is still not there after an hour', async () => {
    const { api, user } = await registerPerson(test.app);
    await test.sql(`INSERT INTO auth.account_exports (user_id, id, requested_at) VALUES ($1, $1, $2)`, [
      user.id,
      test.clock.now(),
    ]);
    expect((await show(api)).body.state).toBe('building');
    await test.sql('UPDATE auth.account_exports SET requested_at = $2 WHERE user_id = $1', [
      user.id,
      new Date(test.clock.now().getTime() - 3_600_000),
    ]);
    expect((await show(api)).body.state).toBe('failed');
  });

  it('leaves no file of a person who is erased while it is built', async () => {
    const { api, user } = await registerPerson(test.app);
    const storage = inApp(FileStorage);
    const putFile = storage.putFile.bind(storage);
    jest.spyOn(storage, 'putFile').mockImplementation(async (...sent) => {
      await test.sql('DELETE FROM auth.users WHERE id = $1', [user.id]);
      await putFile(...sent);
    });
    const removed = jest.spyOn(storage, 'delete');
    await ask(api);
    await eventually(
      () => Promise.all(removed.mock.results.map(({ value }) => value as Promise<void>)),
      (done) => done.length > 0,
    );
    expect(await exportsOf(user.id)).toEqual([]);
  });

  it('goes with the account', async () => {
    const { api, user } = await registerPerson(test.app);
    await ask(api);
    await ready(api);
    await api.send('DELETE', '/api/account');
    test.clock.advance(7 * day);
    await inApp(JobHandlers).work('auth.erase-account', { userId: user.id });
    expect(
      await eventually(
        () => exportsOf(user.id),
        (keys) => keys.length === 0,
      ),
    ).toEqual([]);
  });
});

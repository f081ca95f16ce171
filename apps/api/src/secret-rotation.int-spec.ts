import { ApiCaller } from './platform/testing/api-caller';
import { multipart, photoWithMetadata } from './profiles/testing';
import { publishDocument } from './publishing/testing';
import { startPeer, startTestApp, type TestApp } from './test-app';

const secrets = { old: 'o'.repeat(32), next: 'n'.repeat(32) };
const password = 'nine quiet words';

let test: TestApp;
const opened: (() => Promise<void>)[] = [];
beforeAll(async () => {
  test = await startTestApp({ JWT_SECRET: secrets.old });
});
afterAll(async () => {
  for (const close of opened) await close();
  await test.close();
});

/** Another process of the same installation, with these secrets. */
async function processWith(JWT_SECRET: string, JWT_SECRET_PREVIOUS?: string): Promise<ApiCaller> {
  const app = await startPeer({ env: { ...test.env, JWT_SECRET, JWT_SECRET_PREVIOUS }, clock: test.clock });
  opened.push(() => app.close());
  return new ApiCaller(app);
}

/** Everything that a process signs for one person and a visitor. */
async function signedBy(caller: ApiCaller) {
  const { person, id, slug } = await publishDocument(
    test,
    { basics: { name: 'Asha Rao' } },
    { visibility: 'protected', password },
  );
  const signedIn = caller.with({ cookie: person.cookie });
  const answer = await signedIn.post<{ accessToken: string }>('/api/auth/refresh');
  const api = caller.with({ authorization: `Bearer ${answer.body.accessToken}` });
  const photo = await api.put<{ sizes: { url: string }[] }>(
    `/api/profiles/${id}/photo`,
    multipart(await photoWithMetadata(700, 700)),
  );
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const body = new URLSearchParams({ password }).toString();
  const unlocked = await caller.post(`/p/${slug}/unlock`, { body, headers: form });
  const upload = await api.post<{ upload: string }>(`/api/profiles/${id}/uploads`, {
    body: { kind: 'photo', mediaType: 'image/jpeg', bytes: 9 },
  });
  for (const title of ['One', 'Two']) {
    const { body: made } = await api.post<{ id: string }>('/api/profiles', { body: { title } });
    await api.send('DELETE', `/api/profiles/${made.id}`, {});
  }
  const trash = await api.get<{ nextCursor: string }>('/api/profiles/trash?limit=1');
  const cookieOf = ({ cookies }: typeof unlocked) => cookies.map(({ name, value }) => `${name}=${value}`)[0] ?? '';
  return {
    slug,
    profile: id,
    person,
    accessToken: answer.body.accessToken,
    session: cookieOf(answer as never),
    photo: String(photo.body.sizes[0]?.url),
    page: cookieOf(unlocked),
    upload: upload.body.upload,
    cursor: trash.body.nextCursor,
  };
}

type Signed = Awaited<ReturnType<typeof signedBy>>;

/** What a process answers to each of them. */
async function answersOf(caller: ApiCaller, signed: Signed) {
  const status = async (url: string, headers: Record<string, string>) => (await caller.get(url, { headers })).status;
  const { email } = signed.person.user;
  const again = await caller.post<{ accessToken: string }>('/api/login', {
    body: { email, password: signed.person.password },
  });
  const owner = caller.with({ authorization: `Bearer ${again.body.accessToken}` });
  const complete = await owner.post<{ code: string }>(`/api/profiles/${signed.profile}/uploads/complete`, {
    body: { upload: signed.upload },
  });
  return {
    accessToken: await status('/api/user', { authorization: `Bearer ${signed.accessToken}` }),
    session: (await caller.post('/api/auth/refresh', { headers: { cookie: signed.session } })).status,
    photo: await status(signed.photo, {}),
    page: await status(`/p/${signed.slug}`, { cookie: signed.page, accept: 'text/html' }),
    upload: complete.body.code,
    cursor: (await owner.get(`/api/profiles/trash?limit=1&cursor=${signed.cursor}`)).status,
  };
}

/** The ticket is good, and nothing was uploaded with it. */
const accepted = { accessToken: 200, session: 200, photo: 200, page: 200, upload: 'upload.absent', cursor: 200 };

describe('a rotation of JWT_SECRET', () => {
  it('accepts what a former secret signed until it expires', async () => {
    const before = await signedBy(new ApiCaller(test.app));
    expect(await answersOf(await processWith(secrets.next, secrets.old), before)).toEqual(accepted);
    test.clock.advance(901);
    const late = await processWith(secrets.next, secrets.old);
    const headers = { authorization: `Bearer ${before.accessToken}` };
    expect((await late.get('/api/user', { headers })).status).toBe(401);
  });

  it('accepts what the next secret signed before a process uses it', async () => {
    const waiting = await processWith(secrets.old, secrets.next);
    expect(await answersOf(waiting, await signedBy(await processWith(secrets.next, secrets.old)))).toEqual(accepted);
  });

  it('rejects at once what a removed secret signed', async () => {
    const before = await signedBy(new ApiCaller(test.app));
    const refused = { accessToken: 401, session: 401, photo: 404, page: 401, upload: 'upload.expired', cursor: 400 };
    expect(await answersOf(await processWith(secrets.next), before)).toEqual(refused);
  });
});

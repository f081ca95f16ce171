import { randomUUID } from 'node:crypto';
import { makeOperator, registerPerson, type Person } from '../../../auth/testing';
import { openCheckout } from '../../../billing/testing';
import { createProfile, multipart } from '../../../profiles/testing';
import { startTestApp, type TestApp } from '../../../test-app';
import { ApiCaller } from '../../testing/api-caller';
import { type ContractSchema, exampleOf, isText, jsonOperations } from '../../testing/contract-operations';

/** What is real: the API over HTTP without a socket, and PostgreSQL. */
let test: TestApp;
let person: Person;
let profile: string;
let anonymous: ApiCaller;

beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  profile = (await createProfile(person)).id;
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

/** The required fields, and an address where one may be given: an operator names a person by it or by their id. */
function bodyOf({ required = [], properties = {} }: ContractSchema): Record<string, unknown> {
  const given = Object.entries(properties).filter(([name]) => required.includes(name) || name === 'email');
  return Object.fromEntries(given.map(([name, schema]) => [name, exampleOf(schema)]));
}

describe('text in bodies', () => {
  /** Secrets, and the text of a file, of which each line is judged for itself. */
  const asTyped = new Set(['password', 'currentPassword', 'csv']);

  it('rejects invisible text in every text field of the contract', async () => {
    const accepted: string[] = [];
    let fields = 0;
    const operator = await makeOperator(test);
    for (const { method, path, schema } of jsonOperations(test.app, { id: profile })) {
      for (const [field, ofField] of Object.entries(schema.properties ?? {})) {
        if (!isText(ofField)) continue;
        fields += 1;
        for (const hostile of ['abc\u0000defgh', 'abc\ud800defgh', ...(asTyped.has(field) ? [] : ['abc\u202edefgh'])]) {
          const body = { ...bodyOf(schema), [field]: hostile };
          const headers = { 'idempotency-key': randomUUID(), 'if-match': '*' };
          const { api } = path.startsWith('/api/operator/') ? operator : person;
          const answer = await api.send<{ errors?: { pointer: string }[] }>(method, path, { body, headers });
          const named = answer.body.errors?.some(({ pointer }) => pointer === `/${field}`) ?? false;
          if (answer.status !== 400 || !named)
            accepted.push(`${method} ${path} ${field} ${answer.status} ${answer.text}`);
        }
      }
    }
    expect(accepted).toEqual([]);
    expect(fields).toBeGreaterThan(12);
  });

  it('stores a password exactly as typed', async () => {
    const password = 'a \u200b phrase with\u00adout sense';
    const email = 'typed@example.in';
    const registered = await anonymous.post('/api/register', { body: { email, password, name: 'Typed' } });
    expect(registered.status).toBe(201);
    expect((await anonymous.post('/api/login', { body: { email, password } })).status).toBe(200);
  });
});

describe('paths and queries', () => {
  it.each([
    ['/p/%00', 404],
    ['/p/%00.pdf', 404],
    ['/p/%00/qr.svg', 404],
    ['/p/%00/card.png', 404],
    ['/p/somebody/s/%00', 404],
    ['/p/%E2%80%AE', 404],
    ['/p/%ff', 400],
    ['/api/dev/mailbox?to=%00', 400],
    ['/api/dev/mailbox/%00', 404],
    ['/api/profiles/slugs/%00', 404],
    ['/api/profiles?cursor=%00', 400],
    ['/api/profiles?limit=99999999999999999999', 400],
    ['/p/sitemap.xml?from=%00', 400],
  ])('answers GET %s with %i', async (url, status) => {
    expect((await person.api.get(url)).status).toBe(status);
  });

  it.each(['0', '-1', '2147483648', '99999999999999999999', '1e3', '0x10', '1.5'])(
    'rejects the revision number %s',
    async (number) => {
      const at = `/api/profiles/${profile}/revisions/${number}`;
      const headers = { 'idempotency-key': randomUUID(), 'if-match': '*' };
      const answers = [
        await person.api.get(at),
        await person.api.post(`${at}/undo`, { headers }),
        await person.api.post(`${at}/restore`, { headers }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    },
  );

  it.each(['constructor', '__proto__', 'toString'])('finds no outcome of a checkout named %s', async (act) => {
    const { checkoutId } = (await openCheckout(person, { packs: 1 })).body as { checkoutId?: string };
    const id = checkoutId ?? randomUUID();
    expect((await person.api.post(`/api/billing/sandbox/checkouts/${id}/${act}`)).status).toBe(404);
  });

  it('answers TRACE as an unknown route', async () => {
    const answer = await test.app.inject({
      method: 'TRACE' as 'GET',
      url: '/api/auth/health',
      headers: { cookie: 'a=b' },
    });
    expect([answer.statusCode, answer.payload.includes('a=b')]).toEqual([404, false]);
  });

  it('finds the route of an address in absolute form and gives its headers', async () => {
    const answer = await anonymous.get('http://elsewhere.example/api/auth/health');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('bodies', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const idempotent = () => ({ 'idempotency-key': randomUUID(), 'if-match': '*' });

  it.each([
    ['/api/login', 'email=a%40example.in&password=12345678'],
    ['/api/profiles', 'title=x'],
    ['/api/logout', 'a=b'],
  ])('rejects a body of an HTML form at %s', async (url, body) => {
    expect((await person.api.post(url, { body, headers: form })).status).toBe(415);
  });

  it('reads a body of an HTML form where a form exists', async () => {
    expect((await anonymous.post('/p/nobody/unlock', { body: 'password=12345678', headers: form })).status).toBe(404);
    const proto = await anonymous.post('/p/nobody/unlock', { body: '__proto__=x&password=1', headers: form });
    expect(proto.status).toBe(400);
  });

  it('rejects a body with fields at a route without a body, and names the fields', async () => {
    const at = `/api/profiles/${profile}/revisions`;
    const refused = await person.api.post(at, { body: { credits: 0 }, headers: idempotent() });
    expect([refused.status, refused.body['errors']]).toEqual([
      400,
      [{ pointer: '/credits', code: 'unknown', message: 'Unknown field.' }],
    ]);
    for (const body of ['[1]', '"x"', '1', 'true']) {
      expect((await person.api.post('/api/subscription/cancel', { body })).status).toBe(400);
    }
    expect((await person.api.post('/api/subscription/cancel', { body: {} })).status).not.toBe(400);
    expect((await person.api.post('/api/subscription/cancel', { body: 'null' })).status).not.toBe(400);
  });

  it.each([
    ['a member that is named twice', '{"title":"a","title":"b"}'],
    ['invalid UTF-8', Buffer.from([...Buffer.from('{"title":"'), 0xff, ...Buffer.from('"}')])],
    ['deep nesting', `{"title":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
    ['a prototype', '{"title":"a","__proto__":{"x":1}}'],
    ['nothing', ''],
    ['no JSON', '{'],
  ])('rejects a body with %s', async (_what, body) => {
    const refused = await person.api.post('/api/profiles', { body });
    expect([refused.status, refused.body['code']]).toEqual([400, 'request.invalid']);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/octet-stream'])(
    'rejects a body of type %s at a JSON route',
    async (type) => {
      const answer = await person.api.post('/api/profiles', { body: '{}', headers: { 'content-type': type } });
      expect([answer.status, answer.body['code']]).toEqual([415, 'request.media-type']);
    },
  );

  it('rejects multipart bodies that are truncated or have no boundary', async () => {
    const whole = multipart(Buffer.from('%PDF-1.7\n%%EOF'), 'a.pdf', 'application/pdf');
    const targets = [
      { method: 'PUT' as const, url: `/api/profiles/${profile}/cv` },
      { method: 'PUT' as const, url: `/api/profiles/${profile}/photo` },
      { method: 'POST' as const, url: `/api/profiles/${profile}/import` },
    ];
    for (const { method, url } of targets) {
      for (const length of [0, 10, 60, whole.body.length - 20, whole.body.length - 3]) {
        const cut = { body: whole.body.subarray(0, length), headers: whole.headers };
        expect((await person.api.send(method, url, cut)).status).toBe(400);
      }
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary=other']) {
        const lost = { body: whole.body, headers: { 'content-type': type } };
        expect((await person.api.send(method, url, lost)).status).toBe(400);
      }
    }
  });
});

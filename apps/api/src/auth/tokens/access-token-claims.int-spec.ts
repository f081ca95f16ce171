import { createHmac } from 'node:crypto';
import { Config } from '../../platform/config/config';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../test-app';
import { type Person, registerPerson } from '../testing';
import { AccessTokenKeys } from './access-token-keys';

let test: TestApp;
let person: Person;
let anonymous: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

describe('access tokens signed with the right key', () => {
  const claims = () => {
    const seconds = Math.floor(test.clock.now().getTime() / 1000);
    const right = JSON.parse(Buffer.from(person.accessToken?.split('.')[1] ?? '', 'base64url').toString()) as object;
    return { ...right, iat: seconds, exp: seconds + 900 };
  };
  // By hand: jsonwebtoken signs no such claims.
  const answerTo = (changed: object, alg = 'HS256') => {
    const encoded = [
      { alg, typ: 'JWT' },
      { ...claims(), ...changed },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const content = encoded.join('.');
    const { key } = new AccessTokenKeys(test.app.get(Config)).signing;
    const hash = hashes.get(alg);
    const signature = hash ? createHmac(hash, key).update(content).digest('base64url') : '';
    return anonymous.get('/api/user', { headers: { authorization: `Bearer ${content}.${signature}` } });
  };
  const hashes = new Map([
    ['HS256', 'sha256'],
    ['HS512', 'sha512'],
  ]);

  it.each([
    ['an expiry that is text', { exp: '99999999999' }],
    ['a session that is no UUID', { sid: 'x' }],
    ['an issue in the future', { iat: 9_999_999_999, exp: 99_999_999_999 }],
    ['a tenant that is no UUID', { tid: '\u0000' }],
    ['another type', { typ: 'refresh' }],
    ['another audience', { aud: 'elsewhere' }],
    ['a generation that is text', { gen: '1' }],
    ['another person', { sub: '018f0000-0000-7000-8000-000000000001' }],
    ['another tenant', { tid: '018f0000-0000-7000-8000-000000000001' }],
  ])('rejects a correctly signed access token with %s', async (_what, changed) => {
    expect((await answerTo({})).status).toBe(200);
    expect((await answerTo(changed)).status).toBe(401);
  });

  it.each(['none', 'HS512'])('rejects an access token with the algorithm %s', async (alg) => {
    expect((await answerTo({}, alg)).status).toBe(401);
  });
});

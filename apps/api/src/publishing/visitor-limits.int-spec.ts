import { ApiCaller, type TestResponse } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { publishDocument } from './testing';

const document = { basics: { name: 'Meenakshi Iyer', label: 'Engineer' } };
const password = 'nine quiet words';
const protectedTerms = { visibility: 'protected', password };
let visitor: ApiCaller;

function unlock(base: string, typed: string): Promise<TestResponse<unknown>> {
  return visitor.post(`${base}/unlock`, {
    body: new URLSearchParams({ password: typed }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
}

/** The unlock cookie of a visitor who knows the password. */
async function opened(slug: string): Promise<string> {
  const { cookies } = (await unlock(`/p/${slug}`, password)) as unknown as {
    cookies: { name: string; value: string }[];
  };
  return `${cookies[0]?.name}=${cookies[0]?.value}`;
}

describe('the limits of visitors', () => {
  let strict: TestApp;
  beforeEach(async () => {
    strict = await startTestApp({ RATE_LIMITS: 'standard', TRUST_PROXY: '1' });
    visitor = new ApiCaller(strict.app);
  });
  afterEach(async () => {
    await strict.close();
  });

  const tenFrom = async (slug: string, address: string, typed = 'a wrong guess') => {
    visitor = new ApiCaller(strict.app, { 'x-forwarded-for': address });
    const answers: number[] = [];
    for (let guess = 0; guess < 10; guess += 1) answers.push((await unlock(`/p/${slug}`, typed)).status);
    return answers;
  };
  const tenTimes = (status: number) => Array.from({ length: 10 }, () => status);

  it('limits password guesses per page and address, or IPv6 network', async () => {
    const { slug } = await publishDocument(strict, document, protectedTerms);
    for (const [first, second] of [
      ['203.0.113.1', '203.0.113.1'],
      ['2001:db8::1', '2001:db8::2'],
    ]) {
      expect(await tenFrom(slug, String(first))).toEqual(tenTimes(401));
      expect(await tenFrom(slug, String(second), password)).toEqual(tenTimes(429));
      expect(Number((await unlock(`/p/${slug}`, password)).headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('limits wrong passwords to 100/min per page; correct ones and cookies are free', async () => {
    const [guessed, other] = [
      await publishDocument(strict, document, protectedTerms),
      await publishDocument(strict, document, protectedTerms),
    ];
    const cookie = await opened(guessed.slug);
    for (let n = 1; n <= 2; n += 1)
      expect(await tenFrom(guessed.slug, `198.51.100.${n}`, password)).toEqual(tenTimes(303));
    for (let n = 1; n <= 10; n += 1) expect(await tenFrom(guessed.slug, `203.0.113.${n}`)).toEqual(tenTimes(401));
    expect(await tenFrom(guessed.slug, '203.0.113.11', password)).toEqual(tenTimes(429));
    expect((await visitor.get(`/p/${guessed.slug}`, { headers: { cookie } })).status).toBe(200);
    expect((await unlock(`/p/${other.slug}`, password)).status).toBe(303);
  });

  it('renders 120 PDFs and cards a minute for an address, and pages without end', async () => {
    const { slug } = await publishDocument(strict, document);
    const from = (address: string) => new ApiCaller(strict.app, { 'x-forwarded-for': address });
    const [busy, other] = [from('203.0.113.21'), from('203.0.113.22')];
    const answers: number[] = [];
    for (let asked = 0; asked < 60; asked += 1) {
      for (const file of ['.pdf', '/card.png']) answers.push((await busy.get(`/p/${slug}${file}`)).status);
    }
    expect(answers).toEqual(Array.from({ length: 120 }, () => 200));
    for (const file of ['.pdf', '/card.png']) {
      expect((await busy.get(`/p/${slug}${file}`)).status).toBe(429);
      expect((await other.get(`/p/${slug}${file}`)).status).toBe(200);
    }
    expect((await busy.get(`/p/${slug}`)).status).toBe(200);
  });
});

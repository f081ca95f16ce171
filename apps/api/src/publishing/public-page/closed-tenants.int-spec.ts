import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mailedTokens } from '../../auth/testing';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import { publishDocument } from '../testing';

/** What is real: two processes of the API, each with its memory of pages, over one PostgreSQL. */
let test: TestApp;
let peer: NestFastifyApplication;

beforeAll(async () => {
  test = await startTestApp();
  peer = await startPeer(test);
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

const here = (url: string) => new ApiCaller(test.app).get(url);
const there = (url: string) => new ApiCaller(peer).get(url);

/** A public page that both processes have in their memory. */
async function publishedPage() {
  const published = await publishDocument(test, { basics: { name: 'Asha Rao' } });
  const page = `/p/${published.slug}`;
  expect([(await here(page)).status, (await there(page)).status]).toEqual([200, 200]);
  return { ...published, page };
}

const becomes = (ask: (url: string) => Promise<{ status: number }>, url: string, expected: number) =>
  eventually(
    () => ask(url),
    ({ status }) => status === expected,
  );

describe('the pages of an account', () => {
  it('hides the pages once the owner of the address says that it is not theirs', async () => {
    const { person, page } = await publishedPage();
    const [token] = await mailedTokens(test, person.user.email, '/verify-email/');
    await new ApiCaller(test.app).post('/api/auth/release-address', { body: { token } });
    for (const part of ['', '.pdf', '.json', '.vcf', '/card.png']) {
      expect([part, (await here(page + part)).status]).toEqual([part, 404]);
    }
    await becomes(there, page, 404);
    expect((await here('/p/sitemap.xml')).text).not.toContain(page);
  });

  it('hides the pages while the only owner is blocked, in every process', async () => {
    const { person, page } = await publishedPage();
    const block = (at: string | null) =>
      test.sql('UPDATE auth.users SET blocked_at = $2 WHERE id = $1', [person.user.id, at]);
    await block('2026-01-15T10:00:00Z');
    await becomes(here, page, 404);
    await becomes(there, page, 404);
    await block(null);
    await becomes(here, page, 200);
    await becomes(there, page, 200);
  });

  it('shows the pages while another owner of the tenant is not blocked', async () => {
    const { person, page } = await publishedPage();
    const other = await publishedPage();
    await test.sql(
      `INSERT INTO auth.memberships (tenant_id, user_id, role, created_at) VALUES ($1, $2, 'owner', now())`,
      [person.user.tenantId, other.person.user.id],
    );
    await test.sql('UPDATE auth.users SET blocked_at = now() WHERE id = $1', [person.user.id]);
    await becomes(here, page, 200);
    const sql = 'SELECT blocked_at FROM auth.tenants WHERE id = $1';
    expect(await test.sql(sql, [person.user.tenantId])).toEqual([{ blocked_at: null }]);
  });
});

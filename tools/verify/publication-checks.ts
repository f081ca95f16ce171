import { randomBytes } from 'node:crypto';
import type { Schema } from '@canar/api-client';
import { type Actor, type EditedProfile, idempotencyKey } from '@canar/actor';
import { isPdf, NAME } from './profile-checks';
import type { Report } from './report';
import { expectBody, eventually, expectStatus } from './expectations';
import { checkBalance } from './subscription-checks';

const COST = 5;

/** Saves the draft as a revision, which costs credits, and checks the charge in balance and statement. */
export async function checkSaving(report: Report, actor: Actor, { id, etag }: EditedProfile): Promise<void> {
  const { client } = actor;
  const header = { ...idempotencyKey(), 'If-Match': etag };
  const save = () => client.POST('/api/profiles/{id}/revisions', { params: { path: { id }, header } });
  await report.require('Save the edit', `201, ${COST} credits`, () =>
    expectBody(
      save(),
      201,
      ({ charge }) => charge?.credits === COST,
      ({ charge }) => `${charge?.credits ?? 0} credits`,
    ),
  );
  await report.check('Save it again, same Idempotency-Key', '201, nothing more charged', () =>
    expectStatus(save(), 201),
  );
  await checkBalance(report, actor, 'Credits after the edit', 500 - COST);
  await report.check('Statement', `charge -${COST}, grant 500`, async () => {
    const { data } = await client.GET('/api/credits/entries');
    const seen = data?.entries.map(({ kind, amount }) => `${kind} ${amount}`).join(', ') ?? 'none';
    return { seen, passes: seen === `charge -${COST}, grant 500` };
  });
}

/** Publishes the profile, opens it as a visitor, and unpublishes it. */
export async function checkSharing(report: Report, actor: Actor, visitor: Actor, { id }: EditedProfile): Promise<void> {
  const slug = `verify-${randomBytes(6).toString('hex')}`;
  const params = { path: { id } };
  const body: Schema<'PublicationBody'> = {
    slug,
    visibility: 'unlisted',
    hiddenFields: [],
    showCv: false,
  };
  await report.require('Publish', '200', () =>
    expectBody(actor.client.PUT('/api/profiles/{id}/publication', { params, body }), 200),
  );
  await report.check(`GET /p/${slug}`, '200, the name, no script', () => eventually(() => page(visitor, `/p/${slug}`)));
  await report.check(`GET /p/${slug}.pdf`, '200 PDF', async () => {
    const answer = await visitor.get(`/p/${slug}.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { seen: `${answer.status}, ${bytes.length} bytes`, passes: answer.status === 200 && isPdf(bytes) };
  });
  await report.check('Unpublish', '204', () =>
    expectStatus(actor.client.DELETE('/api/profiles/{id}/publication', { params }), 204),
  );
  await report.check(`GET /p/${slug}, unpublished`, '404', () =>
    eventually(async () => {
      const { status } = await visitor.get(`/p/${slug}`);
      return { seen: String(status), passes: status === 404 };
    }),
  );
}

async function page(visitor: Actor, path: string) {
  const answer = await visitor.get(path);
  const html = await answer.text();
  const named = html.includes(NAME);
  const script = /<script(?![^>]*application\/ld\+json)/.test(html);
  return {
    seen: `${answer.status}, ${named ? 'the name' : 'no name'}, ${script ? 'a script' : 'no script'}`,
    passes: answer.status === 200 && named && !script,
  };
}

import { randomBytes } from 'node:crypto';
import type { Schema } from '@canar/api-client';
import { type Actor, idempotencyKey } from '@canar/actor';
import { isPdf, NAME, type Written } from './profile-walk';
import type { Report } from './report';
import { answered, eventually, statusOf } from './expectations';
import { checkBalance } from './subscription-walk';

const COST = 5;

/** Saves the draft as a revision, which costs credits, and looks for the charge in balance and statement. */
export async function walkSaving(report: Report, actor: Actor, { id, etag }: Written): Promise<void> {
  const { client } = actor;
  const header = { ...idempotencyKey(), 'If-Match': etag };
  const save = () => client.POST('/api/profiles/{id}/revisions', { params: { path: { id }, header } });
  await report.need('Save the edit', `201, ${COST} credits`, () =>
    answered(
      save(),
      201,
      ({ charge }) => charge?.credits === COST,
      ({ charge }) => `${charge?.credits ?? 0} credits`,
    ),
  );
  await report.look('Save it again, same Idempotency-Key', '201, nothing more charged', () => statusOf(save(), 201));
  await checkBalance(report, actor, 'Credits after the edit', 500 - COST);
  await report.look('Statement', `charge -${COST}, grant 500`, async () => {
    const { data } = await client.GET('/api/credits/entries');
    const seen = data?.entries.map(({ kind, amount }) => `${kind} ${amount}`).join(', ') ?? 'none';
    return { seen, holds: seen === `charge -${COST}, grant 500` };
  });
}

/** Publishes the profile, visits it as a stranger, and takes it away again. */
export async function walkSharing(report: Report, actor: Actor, stranger: Actor, { id }: Written): Promise<void> {
  const slug = `verify-${randomBytes(6).toString('hex')}`;
  const params = { path: { id } };
  const body: Schema<'PublicationBody'> = {
    slug,
    visibility: 'unlisted',
    hiddenFields: [],
    showCv: false,
    template: 'classic',
  };
  await report.need('Publish', '200', () =>
    answered(actor.client.PUT('/api/profiles/{id}/publication', { params, body }), 200),
  );
  await report.look(`GET /p/${slug}`, '200, the name, no script', () => eventually(() => page(stranger, `/p/${slug}`)));
  await report.look(`GET /p/${slug}.pdf`, '200 PDF', async () => {
    const answer = await stranger.get(`/p/${slug}.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { seen: `${answer.status}, ${bytes.length} bytes`, holds: answer.status === 200 && isPdf(bytes) };
  });
  await report.look('Unpublish', '204', () =>
    statusOf(actor.client.DELETE('/api/profiles/{id}/publication', { params }), 204),
  );
  await report.look(`GET /p/${slug}, unpublished`, '404', () =>
    eventually(async () => {
      const { status } = await stranger.get(`/p/${slug}`);
      return { seen: String(status), holds: status === 404 };
    }),
  );
}

async function page(stranger: Actor, path: string) {
  const answer = await stranger.get(path);
  const html = await answer.text();
  const named = html.includes(NAME);
  const script = /<script(?![^>]*application\/ld\+json)/.test(html);
  return {
    seen: `${answer.status}, ${named ? 'the name' : 'no name'}, ${script ? 'a script' : 'no script'}`,
    holds: answer.status === 200 && named && !script,
  };
}

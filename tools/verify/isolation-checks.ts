import { type Actor, type EditedProfile } from '@canar/actor';
import type { Report } from './report';
import { expectStatus, statusAndCode } from './expectations';
import { checkBalance } from './subscription-checks';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

/** Checks that data of one tenant is not visible to another: profiles, credits, subscription. */
export async function checkIsolation(report: Report, other: Actor, { id }: EditedProfile): Promise<void> {
  const { client } = other;
  const params = { path: { id } };
  const header = { 'If-Match': '"1"' };
  const body = { document: { basics: { name: 'Stolen' } } };
  await report.check('Another’s profile', '404, as an unknown one', () => asUnknown(other, id));
  await report.check('Another’s draft', '404', () =>
    expectStatus(client.GET('/api/profiles/{id}/draft', { params }), 404),
  );
  await report.check('Writing another’s draft', '404', () =>
    expectStatus(client.PUT('/api/profiles/{id}/draft', { params: { ...params, header }, body }), 404),
  );
  await report.check('Deleting another’s profile', '404', () =>
    expectStatus(client.DELETE('/api/profiles/{id}', { params }), 404),
  );
  await report.check('The other’s list of profiles', 'empty', async () => {
    const { data } = await client.GET('/api/profiles');
    return { seen: `${data?.profiles.length ?? 'no'} profiles`, passes: data?.profiles.length === 0 };
  });
  await checkBalance(report, other, 'The other’s credits', 0);
  await report.check('The other’s subscription', 'none', async () => {
    const { data } = await client.GET('/api/subscription');
    return { seen: data?.status ?? 'no answer', passes: data?.status === 'none' };
  });
}

/** The error must not reveal that the profile exists: except for the request id it equals that of an unknown profile. */
async function asUnknown({ client }: Actor, id: string) {
  const [foreign, unknown] = await Promise.all(
    [id, UNKNOWN].map((profile) => client.GET('/api/profiles/{id}', { params: { path: { id: profile } } })),
  );
  if (!foreign || !unknown) return { seen: 'no answer', passes: false };
  const [seen, expected] = [foreign, unknown].map(({ error }) => JSON.stringify({ ...Object(error), requestId: '' }));
  return { seen: statusAndCode(foreign), passes: foreign.response.status === 404 && seen === expected };
}

import { randomUUID } from 'node:crypto';
import { ApiCaller } from '../platform/testing/api-caller';
import { eventually } from '../platform/testing/eventually';
import { startTestApp, type TestApp } from '../platform/testing/test-app';
import { PublicationRepository } from './persistence/publication.repository';
import { createProfile, multipart, publishDocument, type Publishing, saveDocument, smallPdf } from './testing';

let test: TestApp;
let publications: PublicationRepository;
beforeAll(async () => {
  test = await startTestApp();
  publications = test.app.get(PublicationRepository, { strict: false });
});
afterAll(() => test.close());
afterEach(() => jest.restoreAllMocks());

const document = { basics: { name: 'Meenakshi Iyer' } };

/** Until a connection of this database waits for a lock that another holds. */
async function somebodyWaits(): Promise<void> {
  await eventually(
    () => test.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`),
    (waiting) => waiting.length > 0,
  );
}

/** Does something else, as far as it gets, after a slug was claimed and before its publication is written. */
async function inTheMidst<T>(act: () => Promise<T>): Promise<T> {
  const save = publications.save.bind(publications);
  let goOn: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => (goOn = resolve));
  await new Promise<void>((reached) => {
    jest.spyOn(publications, 'save').mockImplementationOnce(async (...terms) => {
      reached();
      await allowed;
      return save(...terms);
    });
  });
  const begun = act();
  await Promise.race([begun, somebodyWaits()]);
  goOn();
  return begun;
}

async function unpublished(): Promise<Publishing> {
  const made = await publishDocument(test, document);
  await made.person.api.send('DELETE', `/api/profiles/${made.id}/publication`);
  return made;
}

describe('publishing a profile while', () => {
  it('it is put into the trash leaves it there, not published', async () => {
    const made = await unpublished();
    const trashed = inTheMidst(() => made.person.api.send('DELETE', `/api/profiles/${made.id}`));
    expect([(await made.publish()).status, (await trashed).status]).toEqual([200, 204]);
    expect(await test.sql('SELECT 1 FROM profiles.publications WHERE profile_id = $1', [made.id])).toEqual([]);
  });

  it('its only revision is undone refuses the undoing', async () => {
    const made = await unpublished();
    const undo = () =>
      made.person.api.post(`/api/profiles/${made.id}/revisions/1/undo`, {
        body: {},
        headers: { 'idempotency-key': randomUUID() },
      });
    const undone = inTheMidst(undo);
    expect([(await made.publish()).status, (await undone).status]).toEqual([200, 409]);
    expect((await new ApiCaller(test.app).get(`/p/${made.slug}`)).status).toBe(200);
  });

  it('another one takes the same old slug leaves the slug with the first', async () => {
    const made = await unpublished();
    const { id } = await createProfile(made.person, 'Other');
    await saveDocument(made.person, id, { basics: { name: 'Other' } });
    const body = { slug: made.slug, visibility: 'public' };
    const other = inTheMidst(() => made.person.api.put(`/api/profiles/${id}/publication`, { body }));
    expect([(await made.publish()).status, (await other).status]).toEqual([200, 409]);
    expect((await new ApiCaller(test.app).get(`/p/${made.slug}`)).text).toContain('Meenakshi Iyer');
  });
});

it('puts several files on a profile at once, of which the last stays', async () => {
  const { person, id } = await publishDocument(test, document);
  const put = (_: unknown, n: number) =>
    person.api.put(`/api/profiles/${id}/cv`, multipart(smallPdf, `${n}.pdf`, 'application/pdf'));
  const answers = await Promise.all(Array.from({ length: 6 }, put));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await person.api.get(`/api/profiles/${id}/cv/file`)).status).toBe(200);
});

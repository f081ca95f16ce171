import { randomUUID } from 'node:crypto';
import { ApiCaller } from '../platform/testing/api-caller';
import { eventually } from '../platform/testing/eventually';
import { startTestApp, type TestApp } from '../test-app';
import { PublicationRepository } from './persistence/publication.repository';
import { ShareLinkRepository } from './persistence/share-link.repository';
import { createProfile, multipart, saveDocument, smallPdf } from '../profiles/testing';
import { publishDocument, type Publishing } from './testing';

let test: TestApp;
let publications: PublicationRepository;
let links: ShareLinkRepository;
beforeAll(async () => {
  test = await startTestApp();
  publications = test.app.get(PublicationRepository, { strict: false });
  links = test.app.get(ShareLinkRepository, { strict: false });
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

/** Holds up the next act that comes to a write. */
type HoldUp = (wait: () => Promise<void>) => void;

/** An act that publishes, after it has claimed a slug and before it writes its publication. */
const publishing: HoldUp = (wait) => {
  const save = publications.save.bind(publications);
  jest.spyOn(publications, 'save').mockImplementationOnce(async (...terms) => {
    await wait();
    return save(...terms);
  });
};

/** An act that makes a link, after it has counted and before it writes. */
const sharing: HoldUp = (wait) => {
  const add = links.add.bind(links);
  jest.spyOn(links, 'add').mockImplementationOnce(async (link) => {
    await wait();
    return add(link);
  });
};

/** Does something else, as far as it gets, while another act is held up. */
async function inTheMidst<T>(act: () => Promise<T>, holdUp = publishing): Promise<T> {
  let goOn: () => void = () => undefined;
  const allowed = new Promise<void>((resolve) => (goOn = resolve));
  await new Promise<void>((reached) =>
    holdUp(() => {
      reached();
      return allowed;
    }),
  );
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

describe('concurrent publishing', () => {
  it('leaves a profile in the trash unpublished when it is published at once', async () => {
    const made = await unpublished();
    const trashed = inTheMidst(() => made.person.api.send('DELETE', `/api/profiles/${made.id}`));
    expect([(await made.publish()).status, (await trashed).status]).toEqual([200, 204]);
    expect(await test.sql('SELECT 1 FROM profiles.publications WHERE profile_id = $1', [made.id])).toEqual([]);
  });

  it('rejects undoing the only revision while it is being published', async () => {
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

  it('leaves an old slug with the first of two profiles that claim it', async () => {
    const made = await unpublished();
    const { id } = await createProfile(made.person, 'Other');
    await saveDocument(made.person, id, { basics: { name: 'Other' } });
    const body = { slug: made.slug, visibility: 'public' };
    const other = inTheMidst(() => made.person.api.put(`/api/profiles/${id}/publication`, { body }));
    expect([(await made.publish()).status, (await other).status]).toEqual([200, 409]);
    expect((await new ApiCaller(test.app).get(`/p/${made.slug}`)).text).toContain('Meenakshi Iyer');
  });
});

it('keeps the last of several files set at once', async () => {
  const { person, id } = await publishDocument(test, document);
  const put = (_: unknown, n: number) =>
    person.api.put(`/api/profiles/${id}/cv`, multipart(smallPdf, `${n}.pdf`, 'application/pdf'));
  const answers = await Promise.all(Array.from({ length: 6 }, put));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await person.api.get(`/api/profiles/${id}/cv/file`)).status).toBe(200);
});

it('creates the hundredth link once when two are created at once', async () => {
  const { person, id } = await publishDocument(test, document);
  await test.sql(
    `INSERT INTO profiles.share_links (tenant_id, id, profile_id, label, token, created_at)
     SELECT $1, gen_random_uuid(), $2, 'Many', substr(md5(random()::text), 1, 22), now() FROM generate_series(1, 99)`,
    [person.user.tenantId, id],
  );
  const share = () => person.api.post(`/api/profiles/${id}/share-links`, { body: { label: 'Recruiter' } });
  const second = inTheMidst(share, sharing);
  expect([(await share()).status, (await second).status]).toEqual([201, 409]);
});

import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Notifications } from '../../platform/database/notifications';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ApiCaller } from '../../platform/testing/api-caller';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { ShareLink } from '../dto/share-link.dto';
import { publicationChannel } from '../persistence/publication.repository';
import { saveDocument } from '../../profiles/testing';
import { publishDocument, type Publishing } from '../testing';

let test: TestApp;
let peer: NestFastifyApplication;
let visitor: ApiCaller;
const heard: string[] = [];
beforeAll(async () => {
  test = await startTestApp();
  peer = await startPeer(test);
  visitor = new ApiCaller(peer);
  // The memory has registered before: when this is called, it has heard already.
  peer.get(Notifications).listen(
    publicationChannel,
    (profileId) => void heard.push(profileId),
    () => undefined,
  );
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

const document = { basics: { name: 'Meenakshi Iyer', label: 'Engineer' } };
const formats = ['', '.pdf', '.json', '.md', '.vcf', '/card.png', '/qr.svg', '/qr.png'];

/**
 * Waits until the visitors' process has received all earlier messages: they arrive in the order of their commits.
 * @returns what it has received since the last time
 */
async function settled(): Promise<string[]> {
  const mark = randomUUID();
  await test.sql('SELECT pg_notify($1, $2)', [publicationChannel, mark]);
  await eventually(
    () => Promise.resolve(heard),
    (profileIds) => profileIds.includes(mark),
  );
  return heard.splice(0);
}

async function published(terms: object = {}): Promise<Publishing> {
  const made = await publishDocument(test, document, terms);
  await settled();
  return made;
}

async function statuses(base: string): Promise<number[]> {
  const answers: number[] = [];
  for (const form of formats) answers.push((await visitor.get(`${base}${form}`)).status);
  return answers;
}

/** How often the visitors' process asks the database while it answers. */
async function readsDuring(ask: () => Promise<unknown>): Promise<number> {
  const read = jest.spyOn(peer.get(UnitOfWork), 'read');
  await ask();
  const { length } = read.mock.calls;
  read.mockRestore();
  return length;
}

const everywhere = (status: number) => formats.map(() => status);

describe('another process', () => {
  it('serves a public page from memory, also as 304, without a query', async () => {
    const { slug } = await published();
    const { headers } = await visitor.get(`/p/${slug}`);
    const known = { headers: { 'if-none-match': String(headers['etag']) } };
    expect(await readsDuring(() => visitor.get(`/p/${slug}`))).toBe(0);
    expect(await readsDuring(async () => expect((await visitor.get(`/p/${slug}`, known)).status).toBe(304))).toBe(0);
  });

  it('serves no format of an unpublished page after the notification', async () => {
    const { person, id, slug } = await published();
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(200));
    await person.api.send('DELETE', `/api/profiles/${id}/publication`);
    expect(await settled()).toContain(id);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(404));
  });

  it('renders a new revision and a new password after the notification', async () => {
    const { person, id, slug, publish } = await published();
    await visitor.get(`/p/${slug}`);
    await saveDocument(person, id, { basics: { name: 'Meenakshi R. Iyer' } });
    expect(await settled()).toContain(id);
    expect((await visitor.get(`/p/${slug}`)).text).toContain('Meenakshi R. Iyer');
    await publish({ visibility: 'protected', password: 'nine quiet words' });
    expect(await settled()).toContain(id);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(401));
  });

  it('expires a page in memory by its own clock, without a notification', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 60_000).toISOString();
    const { slug } = await published({ expiresAt });
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(200));
    expect(await readsDuring(() => visitor.get(`/p/${slug}`))).toBe(0);
    test.clock.advance(60);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(404));
  });

  it('rejects a revoked link in every format from the next request on', async () => {
    const { person, id } = await published();
    const links = `/api/profiles/${id}/share-links`;
    const { body } = await person.api.post<ShareLink>(links, { body: { label: 'Recruiter' } });
    const base = new URL(String(body.url)).pathname;
    expect(await statuses(base)).toEqual(everywhere(200));
    await person.api.send('DELETE', `${links}/${body.id}`);
    expect(await statuses(base)).toEqual(everywhere(404));
  });
});

import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Notifications } from '../../platform/database/notifications';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../../platform/testing/test-app';
import type { ShareLink } from '../dto/share-link.dto';
import { publicationChannel } from '../persistence/publication.repository';
import { saveDocument } from '../../profiles/testing';
import { publishDocument, type Publishing } from '../testing';

let test: TestApp;
let peer: NestFastifyApplication;
let visitor: ApiCaller;
let heard: (profileId: string) => void = () => undefined;
beforeAll(async () => {
  test = await startTestApp();
  peer = await startPeer(test);
  visitor = new ApiCaller(peer);
  // The memory has registered before: when this is called, it has heard already.
  peer.get(Notifications).listen(
    publicationChannel,
    (profileId) => heard(profileId),
    () => undefined,
  );
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

const document = { basics: { name: 'Meenakshi Iyer', label: 'Engineer' } };
const formats = ['', '.pdf', '.json', '.md', '.vcf', '/card.png', '/qr.svg', '/qr.png'];

/** Waits until the visitors' process has heard all that was said before: messages arrive in the order of their commits. */
async function settled(): Promise<void> {
  const mark = randomUUID();
  await untilHeard(mark, () => test.sql('SELECT pg_notify($1, $2)', [publicationChannel, mark]));
}

async function published(terms: object = {}): Promise<Publishing> {
  const made = await publishDocument(test, document, terms);
  await settled();
  return made;
}

/** What happens in the one process, and how long until the other has heard of it, in milliseconds. */
async function untilHeard(id: string, act: () => Promise<unknown>): Promise<number> {
  const arrived = new Promise<number>((resolve) => {
    heard = (profileId) => profileId === id && resolve(performance.now());
  });
  await act();
  const answered = performance.now();
  return Math.max(0, (await arrived) - answered);
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

describe('a process beside the one that changes something', () => {
  it('answers a public page from its memory, also with 304, and asks the database nothing', async () => {
    const { slug } = await published();
    const { headers } = await visitor.get(`/p/${slug}`);
    const known = { headers: { 'if-none-match': String(headers['etag']) } };
    expect(await readsDuring(() => visitor.get(`/p/${slug}`))).toBe(0);
    expect(await readsDuring(async () => expect((await visitor.get(`/p/${slug}`, known)).status).toBe(304))).toBe(0);
  });

  it('shows an unpublished page in no form a second later', async () => {
    const { person, id, slug } = await published();
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(200));
    const unpublish = () => person.api.send('DELETE', `/api/profiles/${id}/publication`);
    expect(await untilHeard(id, unpublish)).toBeLessThan(1_000);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(404));
  });

  it('asks for a password a second after it was set, and shows a new revision', async () => {
    const { person, id, slug, publish } = await published();
    await visitor.get(`/p/${slug}`);
    const save = () => saveDocument(person, id, { basics: { name: 'Meenakshi R. Iyer' } });
    expect(await untilHeard(id, save)).toBeLessThan(1_000);
    expect((await visitor.get(`/p/${slug}`)).text).toContain('Meenakshi R. Iyer');
    const protect = () => publish({ visibility: 'protected', password: 'nine quiet words' });
    expect(await untilHeard(id, protect)).toBeLessThan(1_000);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(401));
  });

  it('sees an end on the instant, by its own clock, though nobody says so', async () => {
    const expiresAt = new Date(test.clock.now().getTime() + 60_000).toISOString();
    const { slug } = await published({ expiresAt });
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(200));
    expect(await readsDuring(() => visitor.get(`/p/${slug}`))).toBe(0);
    test.clock.advance(60);
    expect(await statuses(`/p/${slug}`)).toEqual(everywhere(404));
  });

  it('opens a revoked link in no form from the next request on', async () => {
    const { person, id } = await published();
    const links = `/api/profiles/${id}/share-links`;
    const { body } = await person.api.post<ShareLink>(links, { body: { label: 'Recruiter' } });
    const base = new URL(String(body.url)).pathname;
    expect(await statuses(base)).toEqual(everywhere(200));
    await person.api.send('DELETE', `${links}/${body.id}`);
    expect(await statuses(base)).toEqual(everywhere(404));
  });
});

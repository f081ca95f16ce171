import { randomUUID } from 'node:crypto';
import { registerPerson } from '../auth/testing';
import { allowEditing, grantCredits } from '../credits/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../test-app';
import { createProfile, saveDocument } from '../profiles/testing';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** Somebody whose page is up, by a plan that may leave the line out or one that may not. */
async function published(features: 'unbranded'[]) {
  const person = await registerPerson(test.app);
  const { tenantId } = person.user;
  await allowEditing(test, tenantId, 33, features);
  await grantCredits(test, tenantId);
  const { id } = await createProfile(person);
  const save = (name: string) => saveDocument(person, id, { basics: { name } });
  await save('Meenakshi Iyer');
  const slug = `slug-${randomUUID().slice(0, 8)}`;
  const publish = (body: object = {}) =>
    person.api.put(`/api/profiles/${id}/publication`, { body: { slug, visibility: 'public', ...body } });
  await publish();
  const page = async () => (await new ApiCaller(test.app).get(`/p/${slug}`, { headers: { accept: 'text/html' } })).text;
  return { person, id, tenantId, save, publish, page };
}

describe('“Made with Canar”', () => {
  it('renders "Made with Canar" unless the plan allows to leave it out', async () => {
    const { publish, page } = await published([]);
    const refused = await publish({ branded: false, visibility: 'unlisted' });
    expect([refused.status, refused.body['code']]).toEqual([402, 'feature.required']);
    expect(await page()).toContain('Made with Canar');
    expect(await page()).not.toContain('noindex');
  });

  it('removes and restores "Made with Canar" at once when the owner chooses', async () => {
    const { person, id, publish, page } = await published(['unbranded']);
    expect((await publish({ branded: false })).body['branded']).toBe(false);
    expect(await page()).not.toContain('Made with');
    const { body } = await person.api.get<{ publication: object }>(`/api/profiles/${id}`);
    expect(body.publication).toMatchObject({ branded: false });
    await publish({ branded: true });
    expect(await page()).toContain('Made with Canar');
  });

  it('restores "Made with Canar" on the first edit after a downgrade', async () => {
    const { tenantId, publish, page, save } = await published(['unbranded']);
    await publish({ branded: false });
    await save('Meenakshi');
    expect(await page()).not.toContain('Made with');
    await allowEditing(test, tenantId, 33);
    expect((await publish({ branded: false, showCv: true })).status).toBe(200);
    expect(await page()).not.toContain('Made with');
    await save('M. Iyer');
    expect(await page()).toContain('Made with Canar');
    expect((await publish({ branded: false })).body['code']).toBe('feature.required');
  });
});

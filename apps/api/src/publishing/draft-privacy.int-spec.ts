import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import type { ProfileDocument } from '@canar/profile-document';
import { documentEdits, edited, fullDocument } from '@canar/profile-document/testing';
import { ApiCaller } from '../platform/testing/api-caller';
import { readDraft, saveRevision } from '../profiles/testing';
import { startTestApp, type TestApp } from '../test-app';
import type { ShareLink } from './dto/share-link.dto';
import { publishDocument, type Publishing } from './testing';

const wanted = Number(process.env['DRAFT_EDITS'] ?? 24);
const seed = Number(process.env['DRAFT_SEED'] ?? randomInt(2 ** 31));
/** After so many edits the publication is set anew, so that everything is drawn again; caches hide nothing. */
const redrawnAfter = 12;
/** After so many edits the draft is saved. */
const savedAfter = 100;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** Every form of a page by its address, byte for byte but for the number of the version that the address of the card has. */
async function formsOf(bases: string[]): Promise<Record<string, string>> {
  const visitor = new ApiCaller(test.app);
  const forms: Record<string, string> = {};
  for (const base of bases) {
    for (const form of ['', '.pdf', '/card.png', '.json', '.vcf', '.md']) {
      const { status, bytes } = await visitor.get(`${base}${form}`);
      expect([form, status]).toEqual([form, 200]);
      forms[`${base}${form}`] = bytes.toString('latin1').replace(/(card\.png\?version=)\d+/g, '$1');
    }
  }
  return forms;
}

class Owner {
  private etag = '';

  constructor(
    private readonly page: Publishing,
    private document: ProfileDocument,
  ) {}

  async begin(): Promise<void> {
    this.etag = (await readDraft(this.page.person, this.page.id)).etag;
  }

  async edit(edit: Parameters<typeof edited>[1]): Promise<void> {
    this.document = edited(this.document, edit);
    const path = `/api/profiles/${this.page.id}/draft`;
    const headers = { 'if-match': this.etag };
    const { status, headers: answer } = await this.page.person.api.put(path, {
      body: { document: this.document },
      headers,
    });
    expect(status).toBe(200);
    this.etag = String(answer['etag']);
  }

  async save(): Promise<void> {
    expect((await saveRevision(this.page.person, this.page.id, this.etag)).status).toBeLessThan(300);
  }
}

it('shows nothing of a draft on a published page, in any format', async () => {
  const terms = { hiddenFields: [] };
  const page = await publishDocument(test, fullDocument, terms);
  const path = `/api/profiles/${page.id}/share-links`;
  const { body } = await page.person.api.post<ShareLink>(path, { body: { label: 'One' } });
  const bases = [`/p/${page.slug}`, new URL(String(body.url)).pathname];
  const owner = new Owner(page, fullDocument);
  await owner.begin();
  let saved = await formsOf(bases);
  for (const [index, edit] of fc.sample(documentEdits, { seed, numRuns: wanted }).entries()) {
    await owner.edit(edit);
    if (index % redrawnAfter === 0) expect((await page.publish(terms)).status).toBe(200);
    const shown = await formsOf(bases);
    const leaks = Object.keys(saved).filter((form) => shown[form] !== saved[form]);
    if (leaks.length > 0) throw new Error(`Edit ${index} of seed ${seed} shows: ${JSON.stringify({ leaks, edit })}`);
    if (index % savedAfter === savedAfter - 1) {
      await owner.save();
      saved = await formsOf(bases);
    }
  }
}, 3_600_000);

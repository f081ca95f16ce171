import { column, pdfOf, zipOf } from '@canar/profile-import/testing';
import { registerPerson, type Person } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import type { Imported } from './dto/import.dto';
import { createProfile } from '../testing';

let test: TestApp;
let person: Person;
let url: string;
beforeAll(async () => {
  test = await startTestApp();
  person = await registerPerson(test.app);
  const { id } = await createProfile(person);
  url = `/api/profiles/${id}/import`;
});
afterAll(() => test.close());

const send = (body: Buffer, type: string) =>
  person.api.send<Imported>('POST', url, { body, headers: { 'content-type': type } });
const asField = (body: Buffer) => {
  const head =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: text/plain\r\n\r\n';
  const whole = Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n--x--\r\n')]);
  return send(whole, 'multipart/form-data; boundary=x');
};
const cv = pdfOf([
  column(['! Mina Iyer', 'mina@example.com', '# Experience', 'Engineer, Acme @ 2019 – 2021'], 50, 790),
]);
const archive = zipOf([
  { name: 'Basic/Profile.csv', content: 'First Name,Last Name\nMina,Iyer\n' },
  { name: 'Connections.csv', content: 'x' },
]);

const paragraphs = ['Mina Iyer', 'Skills', 'Go, SQL']
  .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
  .join('');
const word = zipOf([
  { name: 'word/document.xml', content: `<w:document xmlns:w="w"><w:body>${paragraphs}</w:body></w:document>` },
]);

describe('an import', () => {
  it('imports JSON, PDF, Word, text and archives, as body or field, by content', async () => {
    const json = Buffer.from(JSON.stringify({ basics: { name: 'Mina Iyer' }, work: [{ company: 'Acme' }] }));
    for (const [bytes, type, source] of [
      [json, 'application/json', 'json-resume'],
      [cv, 'application/pdf', 'pdf'],
      [archive, 'application/zip', 'linkedin'],
      [word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
      [Buffer.from('Mina Iyer\nSkills\nGo, SQL\n'), 'text/plain', 'text'],
    ] as const) {
      for (const answer of [await send(bytes, type), await asField(bytes)]) {
        expect([answer.status, answer.body.source]).toEqual([200, source]);
        expect(answer.body.document).toMatchObject({ basics: { name: 'Mina Iyer' } });
        expect(answer.body.placed[0]).toMatchObject({ section: 'basics' });
      }
    }
  });

  it('reports the files of an archive that are not imported', async () => {
    const { unplaced } = (await send(archive, 'application/zip')).body;
    expect(unplaced).toEqual([{ pointer: '/Connections.csv', value: 'Connections.csv', reason: 'file.unknown' }]);
  });

  it('rejects unreadable imports, each with its reason', async () => {
    const picture = pdfOf([[]]);
    const refusals: [Buffer, string, number, string][] = [
      [Buffer.from('%PDF-1.4\nrubbish\n%%EOF'), 'application/pdf', 422, 'import.pdf-unreadable'],
      [picture, 'application/pdf', 422, 'import.pdf-without-text'],
      [Buffer.from('GIF89a'), 'application/pdf', 415, 'file.type'],
      [Buffer.from('PK\u0003\u0004rubbish'), 'application/zip', 422, 'import.archive'],
      [zipOf([{ name: 'word/document.xml', content: '<w:p>' }]), 'application/zip', 422, 'import.document-unreadable'],
      [zipOf([{ name: 'holiday.txt', content: 'x' }]), 'application/zip', 422, 'import.archive'],
      [Buffer.alloc(11 * 1024 * 1024, 'x'), 'application/pdf', 413, 'file.too-large'],
    ];
    for (const [bytes, type, status, code] of refusals) {
      const answer = await send(bytes, type);
      expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([status, code]);
    }
  });

  it('rejects archives with paths outside or endless content', async () => {
    const large = Buffer.alloc(40 * 1024 * 1024, 'a');
    for (const parts of [
      [{ name: '../../Profile.csv', content: 'First Name\nMina\n' }],
      [{ name: '/etc/Profile.csv', content: 'First Name\nMina\n' }],
      [{ name: 'Positions.csv', content: large }],
      [{ name: 'Positions.csv', content: large, claimedSize: 100 }],
      Array.from({ length: 2_500 }, (_, index) => ({ name: `${index}.csv`, content: '' })),
    ]) {
      expect((await send(zipOf(parts), 'application/zip')).status).toBe(422);
    }
    expect((await person.api.get('/api/profiles')).status).toBe(200);
  });

  it('accepts file bodies on no other route', async () => {
    const answer = await person.api.send('POST', '/api/profiles', {
      body: cv,
      headers: { 'content-type': 'application/pdf' },
    });
    expect(answer.status).toBe(415);
  });
});

import { linkedInExport } from '../testing/linkedin-zip';
import { zipOf } from '../testing/zip';
import { ImportFailed } from '../import-failed';
import { ResumeImporter } from '../resume-importer';

const importer = new ResumeImporter({ read: () => Promise.reject(new Error('no PDF')) });

const p = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const bullet = (text: string) => `<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const styles = `<w:styles xmlns:w="w">${[1, 2].map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`;

function docx(body: string, more: { name: string; content: string }[] = []): Buffer {
  const document = `<w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  return zipOf([
    { name: 'word/document.xml', content: document },
    { name: 'word/styles.xml', content: styles },
    ...more,
  ]);
}

const work = [
  p('Experience', 'H1'),
  p('Engineer, Acme', 'H2'),
  p('2019 – 2021'),
  bullet('Wrote the ledger'),
  bullet('Led five'),
].join('');

describe('a Word file', () => {
  it('reads headings by style, lists, and tables by cells', async () => {
    const table = `<w:tbl>${row(p('BSc Physics'), p('Anna University'), p('2012'))}${row(p('MSc Physics'), p('City College'), p('2014'))}</w:tbl>`;
    const { document, source, unplaced } = await importer.file(
      docx(
        [
          p('Mina Iyer'),
          p('mina@example.com'),
          work,
          p('Education', 'H1'),
          table,
          p('Sailing trips', 'H1'),
          p('Round the cape'),
        ].join(''),
      ),
    );
    expect([source, unplaced]).toEqual(['docx', []]);
    expect(document).toMatchObject({
      basics: { name: 'Mina Iyer', email: 'mina@example.com' },
      work: [
        {
          name: 'Acme',
          position: 'Engineer',
          startDate: '2019',
          endDate: '2021',
          highlights: ['Wrote the ledger', 'Led five'],
        },
      ],
      education: [
        { institution: 'Anna University', studyType: 'BSc', area: 'Physics', endDate: '2012' },
        { institution: 'City College', studyType: 'MSc', area: 'Physics', endDate: '2014' },
      ],
      meta: { canar: { custom: [{ title: 'Sailing trips', items: [{ name: 'Round the cape' }] }] } },
    });
  });

  it('reads text boxes once, and the columns of a layout table one after the other', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('mina@example.com')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('mina@example.com')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const columns = `<w:tbl>${row(p('Skills', 'H1') + p('Go') + p('SQL') + box.replaceAll('mina@example.com', 'Rust'), work)}</w:tbl>`;
    const { document, unplaced } = await importer.file(docx(p('Mina Iyer') + box + columns));
    expect(unplaced).toEqual([]);
    expect(document).toMatchObject({
      basics: { name: 'Mina Iyer', email: 'mina@example.com' },
      skills: [{ name: 'Go' }, { name: 'SQL' }, { name: 'Rust' }],
      work: [{ name: 'Acme', position: 'Engineer' }],
    });
  });

  it('reads links, tabs and the header of the page', async () => {
    const link =
      '<w:p><w:hyperlink r:id="r1"><w:r><w:t>Acme</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>2019 – 2021</w:t></w:r></w:p>';
    const rels =
      '<Relationships><Relationship Id="r1" TargetMode="External" Target="https://acme.example"/></Relationships>';
    const header = `<w:hdr xmlns:w="w">${p('Mina Iyer')}${p('+91 98765 43210')}</w:hdr>`;
    const { document } = await importer.file(
      docx(p('Experience', 'H1') + link, [
        { name: 'word/_rels/document.xml.rels', content: rels },
        { name: 'word/header1.xml', content: header },
      ]),
    );
    expect(document).toMatchObject({
      basics: { name: 'Mina Iyer', phone: '+91 98765 43210' },
      work: [{ name: 'Acme', url: 'https://acme.example', startDate: '2019', endDate: '2021' }],
    });
  });

  it('reports the foot of a page once, and every note', async () => {
    const foot = `<w:ftr xmlns:w="w">${p('Mina Iyer, confidential')}</w:ftr>`;
    const notes = `<w:footnotes xmlns:w="w"><w:footnote>${p('Sold in 2021.')}</w:footnote></w:footnotes>`;
    const { document, unplaced } = await importer.file(
      docx(p('Mina Iyer') + p('Experience', 'H1') + p('Acme, 2019 – 2021'), [
        { name: 'word/footer1.xml', content: foot },
        { name: 'word/footer2.xml', content: foot },
        { name: 'word/footnotes.xml', content: notes },
      ]),
    );
    expect(document.basics).toMatchObject({ name: 'Mina Iyer' });
    expect(unplaced.map(({ value, reason }) => [value, reason])).toEqual([
      ['Mina Iyer, confidential', 'line.running'],
      ['Sold in 2021.', 'line.note'],
    ]);
  });

  it.each([
    ['damaged XML', docx('<w:p>')],
    ['elements nested without end', docx('<w:p>'.repeat(300) + '</w:p>'.repeat(300))],
    ['no text', docx('')],
    ['content over the limit', docx(p('x'.repeat(5_000_000)))],
    ['entities of its own', docx('').subarray(0, 0)],
  ])('rejects a file with %s', async (name, bytes) => {
    const entities =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="w"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>';
    const file = name.startsWith('entities') ? zipOf([{ name: 'word/document.xml', content: entities }]) : bytes;
    await expect(importer.file(file)).rejects.toBeInstanceOf(ImportFailed);
  });
});

it('reads an OpenDocument text with its headings, lists and table', async () => {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:text>
    <text:p>Mina Iyer</text:p><text:p>mina@example.com</text:p><text:h text:outline-level="1">Experience</text:h>
    <text:p>Engineer, Acme</text:p><text:p>2019 – 2021</text:p><text:list><text:list-item><text:p>Wrote the ledger</text:p></text:list-item></text:list>
    <text:h text:outline-level="1">Education</text:h><table:table><table:table-row><table:table-cell><text:p>BSc Physics</text:p></table:table-cell>
    <table:table-cell><text:p>Anna University</text:p></table:table-cell><table:table-cell><text:p>2012</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:document-content>`;
  const { document, source } = await importer.file(
    zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', content },
    ]),
  );
  expect([source, document]).toMatchObject([
    'odt',
    {
      basics: { name: 'Mina Iyer', email: 'mina@example.com' },
      work: [
        { name: 'Acme', position: 'Engineer', startDate: '2019', endDate: '2021', highlights: ['Wrote the ledger'] },
      ],
      education: [{ institution: 'Anna University', studyType: 'BSc', area: 'Physics', endDate: '2012' }],
    },
  ]);
});

it('reads pasted text, with headings in capitals and bullets', async () => {
  const text =
    'Mina Iyer\nmina@example.com\n\nEXPERIENCE\n\nEngineer, Acme\t2019 – 2021\n- Wrote the ledger\n- Led five\n\nSKILLS\nGo, SQL\n';
  const { document, source, unplaced } = await importer.file(Buffer.from(text));
  expect([source, unplaced]).toEqual(['text', []]);
  expect(document).toMatchObject({
    basics: { name: 'Mina Iyer', email: 'mina@example.com' },
    work: [
      {
        name: 'Acme',
        position: 'Engineer',
        startDate: '2019',
        endDate: '2021',
        highlights: ['Wrote the ledger', 'Led five'],
      },
    ],
    skills: [{ name: 'Go' }, { name: 'SQL' }],
  });
});

describe('a LinkedIn export that a spreadsheet stored', () => {
  it.each([
    [';', 'utf8'],
    ['\t', 'utf8'],
    [',', 'latin1'],
    ['\t', 'utf16le'],
  ] as const)('reads columns divided by %j in %s', async (sign, encoding) => {
    const { document, unplaced } = await importer.file(linkedInExport(sign, encoding));
    expect(unplaced).toEqual([]);
    expect(document).toMatchObject({
      basics: { name: 'Mira Solano', label: 'Planner' },
      work: [{ name: 'Port Works', position: 'Lead planner', location: 'Cádiz', startDate: '2021-03' }],
    });
  });
});

import { readPdfPages } from '../read-pdf-pages';
import { readRows, type Row } from '../testing/rows';

const work: Row[] = [
  [[43, '# Experience']],
  [
    [43, '* Bell ringer'],
    [450, '2015 – 2021'],
  ],
  [
    [43, 'Tower of Ghent'],
    [450, 'Brugge'],
  ],
];
const basicsOf = (...rows: Row[]): unknown => readRows([[43, '! Mira Solano']], ...rows, ...work).resume['basics'];

it.each([
  ['Księgowa', 'Warszawa'],
  ['Produktgestalterin', 'Mainz'],
  ['Редактор', 'Казань'],
])('reads a word of a role as the headline, wherever the place stands: %s, %s', (label, city) => {
  const expected = { name: 'Mira Solano', label, location: { city } };
  expect(basicsOf([[43, label]], [[43, city]])).toEqual(expected);
  expect(basicsOf([[43, city]], [[43, label]])).toEqual(expected);
});

it('reads a town that positions name as the place, not as the headline', () => {
  expect(basicsOf([[43, 'Brugge']])).toEqual({ name: 'Mira Solano', location: { city: 'Brugge' } });
});

it.each(['Brugge (BE)', 'Brugge, (BE)', 'Brugge BE'])('reads the code of a country behind a town: %s', (text) => {
  expect(basicsOf([[43, text]])).toMatchObject({ location: { city: 'Brugge', countryCode: 'BE' } });
});

it.each([
  ['Telefon', '+32 9 555 01 02'],
  ['電話', '+32 9 555 01 02'],
  ['E-posta', 'mira@example.org'],
])('reads no label in a column of its own as a fact: %s', (label, value) => {
  expect(
    basicsOf(
      [[43, 'Carillonneur']],
      [
        [43, label],
        [160, value],
      ],
    ),
  ).toMatchObject({ label: 'Carillonneur' });
  expect(
    JSON.stringify(
      basicsOf([
        [43, label],
        [160, value],
      ]),
    ),
  ).not.toContain(label);
});

describe('accounts that user names and icons lead to', () => {
  const link = 'https://github.com/mirasolano';
  const profiles = [{ network: 'GitHub', username: 'mirasolano', url: link }];

  it.each(['mirasolano', 'GitHub', '\uf09b'])('reads %j with the address that it leads to', (text) => {
    expect(basicsOf([[43, text, { link }]])).toEqual({ name: 'Mira Solano', profiles });
  });

  it('reads two user names that stand side by side', () => {
    const other = 'https://www.linkedin.com/in/mira';
    const both = basicsOf([
      [43, 'mirasolano', { link }],
      [110, 'mira', { link: other }],
    ]);
    expect(both).toMatchObject({ profiles: [...profiles, { network: 'LinkedIn', username: 'mira', url: other }] });
  });

  it('reads an account once that is also written out', () => {
    expect(
      basicsOf([
        [43, 'mirasolano', { link }],
        [160, link, { link }],
      ]),
    ).toMatchObject({ profiles });
  });

  it('reads a link without any text, when it leads to a network', () => {
    const runs = [{ text: 'Mira Solano', x: 43, y: 50, width: 120, size: 22 }];
    const page = { width: 595, height: 842, runs, links: [link, 'https://print.example.org/'] };
    expect(readPdfPages([page]).resume['basics']).toEqual({ name: 'Mira Solano', profiles });
  });
});

describe('addresses that are too long for their column', () => {
  it('joins a mail address by what its lines lead to', () => {
    const mail = 'mira.solano@carillon.example';
    expect(basicsOf([[43, 'mira.solano@carillon.ex', { mail }]], [[43, 'ample', { mail }]])).toMatchObject({
      email: mail,
    });
  });

  it('joins a mail address that ends inside its domain', () => {
    const rows: Row[] = [[[43, 'mira.solano@carillon']], [[43, '-tower.example.org']]];
    expect(basicsOf(...rows)).toMatchObject({ email: 'mira.solano@carillon-tower.example.org' });
  });

  it('joins a web address by what its lines lead to', () => {
    const link = 'https://carillon.example.com/';
    expect(basicsOf([[43, 'carillon.example.co', { link }]], [[43, 'm', { link }]])).toMatchObject({
      url: 'https://carillon.example.com',
    });
  });
});

it('reads addresses of a page in capitals in small letters', () => {
  expect(basicsOf([[43, 'MIRA@EXAMPLE.ORG']], [[43, 'WWW.EXAMPLE.ORG/MIRA']])).toMatchObject({
    email: 'mira@example.org',
    url: 'https://www.example.org/mira',
  });
});

describe('a section about the person', () => {
  const about = (...lines: string[]): unknown => basicsOf([[43, '# About']], ...lines.map((line): Row => [[43, line]]));

  it('reads contact details below the paragraphs about a person', () => {
    const text = 'Rings the bells of seven towers and repairs what others broke.';
    expect(about(text, 'Phone: +32 9 555 01 02', 'Email: mira@example.org')).toEqual({
      name: 'Mira Solano',
      summary: text,
      phone: '+32 9 555 01 02',
      email: 'mira@example.org',
    });
  });

  it('reads a section about the person without running text as contact details', () => {
    expect(about('Brugge BE', '+32 9 555 01 02', 'mira@example.org')).toEqual({
      name: 'Mira Solano',
      location: { city: 'Brugge', countryCode: 'BE' },
      phone: '+32 9 555 01 02',
      email: 'mira@example.org',
    });
  });
});

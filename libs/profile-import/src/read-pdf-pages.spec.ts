import { importJsonResume, parseDocument } from '@canar/profile-document';
import { readPdfPages } from './read-pdf-pages';
import { pageOf } from './testing/pages';

const oneColumn = [
  '! Mina Iyer',
  'Backend engineer',
  'mina@example.com | +91 98765 43210 | linkedin.com/in/mina-iyer | Pune, India',
  '# SUMMARY',
  'Ten years of services that people rely on, from payments to railways,',
  'and the teams that keep them running.',
  '# Work Experience',
  'Senior Engineer, Acme @ Jan 2020 – Present',
  'Pune, India',
  '• Cut the cost of a booking by half',
  '• Led five people',
  'Engineer, Byte Works @ 2015 – 2019',
  '• Wrote the ledger',
  '# Education',
  'B.Tech in Computer Science @ 2011 – 2015',
  'IIT Bombay',
  'CGPA: 9.1',
  '# Skills',
  'Languages: Go, TypeScript, SQL',
  'PostgreSQL, Kafka',
  '# Languages',
  'English (Fluent), Hindi (Native)',
  '# Interests',
  'Chess, Hiking',
];

describe('a PDF résumé of one column', () => {
  const { resume, unplaced } = readPdfPages([pageOf({ x: 50, lines: oneColumn })]);

  it('reads name, headline, contact details and summary', () => {
    expect(resume['basics']).toEqual({
      name: 'Mina Iyer',
      label: 'Backend engineer',
      email: 'mina@example.com',
      phone: '+91 98765 43210',
      profiles: [{ network: 'LinkedIn', username: 'mina-iyer', url: 'https://linkedin.com/in/mina-iyer' }],
      location: { city: 'Pune', countryCode: 'IN' },
      summary:
        'Ten years of services that people rely on, from payments to railways, and the teams that keep them running.',
    });
  });

  it('reads positions with dates, places and bullet points', () => {
    expect(resume['work']).toEqual([
      {
        name: 'Acme',
        position: 'Senior Engineer',
        location: 'Pune, India',
        startDate: '2020-01',
        highlights: ['Cut the cost of a booking by half', 'Led five people'],
      },
      {
        name: 'Byte Works',
        position: 'Engineer',
        startDate: '2015',
        endDate: '2019',
        highlights: ['Wrote the ledger'],
      },
    ]);
  });

  it('reads education, skills, languages and interests', () => {
    expect(resume['education']).toEqual([
      {
        institution: 'IIT Bombay',
        studyType: 'B.Tech',
        area: 'Computer Science',
        score: '9.1',
        startDate: '2011',
        endDate: '2015',
      },
    ]);
    expect(resume['skills']).toEqual([
      { name: 'Languages', keywords: ['Go', 'TypeScript', 'SQL', 'PostgreSQL', 'Kafka'] },
    ]);
    expect(resume['languages']).toEqual([
      { language: 'English', fluency: 'Fluent' },
      { language: 'Hindi', fluency: 'Native' },
    ]);
    expect([resume['interests'], unplaced]).toEqual([[{ name: 'Chess' }, { name: 'Hiking' }], []]);
  });
});

describe('a PDF résumé of two columns', () => {
  const side = [
    '# Contact',
    'mina@example.com',
    '+91 98765 43210',
    '# Skills',
    'Go',
    'TypeScript',
    'PostgreSQL administration',
    '# Languages',
    'English',
    'Hindi',
  ];
  const main = [
    '# Experience',
    'Engineer, Acme',
    '2019 - 2021',
    '• Wrote the ledger of the whole company by hand',
    '# Education',
    'IIT Bombay',
    '2015 - 2019',
    'B.Tech in Physics',
  ];
  const { resume } = readPdfPages([
    pageOf(
      { x: 50, lines: ['! Mina Iyer', 'Backend engineer'] },
      { x: 50, y: 130, lines: side },
      { x: 230, y: 137, lines: main },
    ),
  ]);

  it('reads a page of two columns column by column', () => {
    expect(resume).toMatchObject({
      basics: { name: 'Mina Iyer', email: 'mina@example.com', phone: '+91 98765 43210' },
      skills: [{ name: 'Go' }, { name: 'TypeScript' }, { name: 'PostgreSQL administration' }],
      languages: [{ language: 'English' }, { language: 'Hindi' }],
      work: [{ position: 'Engineer', name: 'Acme', startDate: '2019', endDate: '2021' }],
      education: [{ institution: 'IIT Bombay', studyType: 'B.Tech', area: 'Physics' }],
    });
  });
});

describe('unknown content of a PDF résumé', () => {
  it('creates a custom section for an unknown heading', () => {
    const lines = [
      '! Mina',
      '# Experience',
      'Engineer, Acme @ 2019 – 2021',
      '# Patents',
      'A lock without a key',
      '# Education',
      'IIT @ 2015',
    ];
    const { resume } = readPdfPages([pageOf({ x: 50, lines })]);
    expect(resume['meta']).toEqual({
      canar: { custom: [{ key: 'custom-1', title: 'Patents', items: [{ name: 'A lock without a key' }] }] },
    });
  });

  it('reports text without a field with its page and line', () => {
    const { unplaced } = readPdfPages([pageOf({ x: 50, lines: ['! Mina', 'a@example.com', 'b@example.com'] })]);
    expect(unplaced).toEqual([{ pointer: '/pages/1/lines/3', value: 'b@example.com', reason: 'field.taken' }]);
  });

  it('places or reports every word of a page', () => {
    const { resume, unplaced } = readPdfPages([pageOf({ x: 50, lines: oneColumn })]);
    const { document } = importJsonResume(resume);
    expect(parseDocument(document)).toMatchObject({ ok: true, warnings: [] });
    const output = JSON.stringify([document, unplaced]);
    const content = oneColumn.filter((line) => !line.startsWith('#')).join(' ');
    const words = content.match(/\p{L}{4,}/gu)?.filter((word) => !/^(?:Present|CGPA|linkedin)$/.test(word)) ?? [];
    expect(words.filter((word) => !output.includes(word))).toEqual([]);
  });

  it('returns nothing for an empty page and a valid document for noise', () => {
    expect(readPdfPages([pageOf({ x: 0, lines: [] })])).toEqual({ resume: {}, lines: [], unplaced: [], maker: null });
    const noise = Array.from({ length: 200 }, (_, index) => '•'.repeat(index % 40) + '2019 - '.repeat(index % 9));
    expect(parseDocument(importJsonResume(readPdfPages([pageOf({ x: 5, lines: noise })]).resume).document).ok).toBe(
      true,
    );
  });
});

describe('dates whose day and month could be either', () => {
  const periodsOf = (...periods: string[]) => {
    const lines = periods.flatMap((period, index) => [`Engineer, Acme ${index} @ ${period}`, '• Built it']);
    const { resume } = readPdfPages([pageOf({ x: 50, lines: ['! Mina Iyer', '# Experience', ...lines] })]);
    return (resume['work'] as Record<string, unknown>[]).map(({ startDate, endDate }) => [startDate, endDate]);
  };

  it('reads the day first where another date of the document does', () => {
    expect(periodsOf('03/04/2019 – 05/06/2020', '01/02/2012 – 28/02/2018')).toEqual([
      ['2019-04-03', '2020-06-05'],
      ['2012-02-01', '2018-02-28'],
    ]);
  });

  it('reads the month first where another date of the document does', () => {
    expect(periodsOf('03/04/2019 – 05/06/2020', '01/02/2012 – 02/28/2018')[0]).toEqual(['2019-03-04', '2020-05-06']);
  });

  it('leaves them as they are written where dates disagree or decide nothing', () => {
    expect(periodsOf('03/04/2019 – 05/06/2020')).toEqual([['03/04/2019', '05/06/2020']]);
    expect(periodsOf('03/04/2019 – 05/06/2020', '01/02/2012 – 28/02/2018', '02/28/2010 – 03/30/2011')[0]).toEqual([
      '03/04/2019',
      '05/06/2020',
    ]);
  });
});

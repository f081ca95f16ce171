import { importJsonResume, parseDocument } from '@canar/profile-document';
import { readCsv } from './csv';
import { exportFileOf, readLinkedInExport } from './read-linkedin-export';

const files = new Map([
  [
    'profile',
    'First Name,Last Name,Maiden Name,Headline,Summary,Industry,Geo Location,Twitter Handles,Websites\n' +
      'Mina,Iyer,,Backend engineer,"Ten years,\nstill curious",Software,"Pune, Maharashtra, India",[mina],"[COMPANY:https://acme.example,BLOG:https://mina.example]"\n',
  ],
  [
    'email addresses',
    'Email Address,Confirmed,Primary,Updated On\nold@example.com,Yes,No,\nmina@example.com,Yes,Yes,\n',
  ],
  ['phonenumbers', 'Extension,Number,Type\n,+91 98765 43210,Mobile\n'],
  [
    'positions',
    'Company Name,Title,Description,Location,Started On,Finished On\r\n' +
      'Acme,Lead,"Payments.\n• Cut costs\n• Led five people",Pune,Jan 2020,\r\nByte,Engineer,,,2015,Dec 2019\r\n',
  ],
  [
    'education',
    'School Name,Start Date,End Date,Notes,Degree Name,Activities\nIIT Bombay,2011,2015,Gold medal,B.Tech,\n',
  ],
  ['skills', 'Name\nGo\nSQL\n'],
  [
    'certifications',
    'Name,Url,Authority,Started On,Finished On,License Number\nAWS,https://aws.example,Amazon,Mar 2019,,A-1\n',
  ],
  ['languages', 'Name,Proficiency\nHindi,Native or bilingual proficiency\n'],
  ['projects', 'Title,Description,Url,Started On,Finished On\nRaft,A toy,https://raft.example,May 2018,\n'],
  [
    'volunteering',
    'Company Name,Role,Cause,Started On,Finished On,Description\nCoderDojo,Teacher,EDUCATION,2012,2013,\n',
  ],
  ['publications', 'Name,Published On,Description,Publisher,Url\nBounds,"Oct 3, 2014",On staleness,ACM,\n'],
  ['honors', 'Title,Description,Issued On\nPrize,For work,Nov 2014\n'],
  ['recommendations', 'First Name,Last Name,Company,Job Title,Text\nAnn,Rao,Acme,CTO,"Hire ""her""."\n'],
  ['courses', 'Name,Number\nOptics,PH-101\n'],
]);

const wholeResume = {
  basics: {
    name: 'Mina Iyer',
    label: 'Backend engineer',
    email: 'mina@example.com',
    phone: '+91 98765 43210',
    summary: 'Ten years,\nstill curious',
    url: 'https://acme.example',
    location: { city: 'Pune', region: 'Maharashtra, India' },
    profiles: [
      { network: 'Blog', url: 'https://mina.example' },
      { network: 'Twitter', username: 'mina', url: 'https://twitter.com/mina' },
    ],
  },
  work: [
    {
      name: 'Acme',
      position: 'Lead',
      location: 'Pune',
      startDate: '2020-01',
      summary: 'Payments.',
      highlights: ['Cut costs', 'Led five people'],
    },
    { name: 'Byte', position: 'Engineer', startDate: '2015', endDate: '2019-12' },
  ],
  education: [{ institution: 'IIT Bombay', studyType: 'B.Tech', startDate: '2011', endDate: '2015' }],
  skills: [{ name: 'Go' }, { name: 'SQL' }],
  certificates: [{ name: 'AWS', url: 'https://aws.example', issuer: 'Amazon', date: '2019-03' }],
  languages: [{ language: 'Hindi', fluency: 'Native or bilingual proficiency' }],
  projects: [{ name: 'Raft', description: 'A toy', url: 'https://raft.example', startDate: '2018-05' }],
  volunteer: [{ organization: 'CoderDojo', position: 'Teacher', startDate: '2012', endDate: '2013' }],
  publications: [{ name: 'Bounds', releaseDate: '2014-10-03', summary: 'On staleness', publisher: 'ACM' }],
  awards: [{ title: 'Prize', summary: 'For work', date: '2014-11' }],
  references: [{ name: 'Ann Rao, CTO, Acme', reference: 'Hire "her".' }],
  meta: {
    canar: {
      custom: [{ key: 'custom-courses', title: 'Courses', items: [{ name: 'Optics', description: 'PH-101' }] }],
    },
  },
};

describe('a LinkedIn data export', () => {
  const { resume, unplaced } = readLinkedInExport(files);

  it('reads a LinkedIn export section by section', () => {
    expect(resume).toEqual(wholeResume);
    expect(parseDocument(importJsonResume(resume).document)).toMatchObject({ ok: true, warnings: [] });
  });

  it('reports every column of an export that has no field', () => {
    expect(unplaced.map(({ pointer, value }) => `${pointer} ${String(value)}`).sort()).toEqual([
      '/certifications/1/License Number A-1',
      '/education/1/Notes Gold medal',
      '/email addresses/1/Email Address old@example.com',
      '/profile/1/Industry Software',
      '/volunteering/1/Cause EDUCATION',
    ]);
  });
});

it('reports columns named like members of Object.prototype', () => {
  const { resume, unplaced } = readLinkedInExport(
    new Map([['positions', 'Company Name,constructor,__proto__\nAcme,x,y\n']]),
  );
  expect(resume).toEqual({ work: [{ name: 'Acme' }] });
  expect(unplaced.map(({ pointer }) => pointer)).toEqual(['/positions/1/constructor', '/positions/1/__proto__']);
});

it('reports a second profile, summary or column of the same name', () => {
  const { resume, unplaced } = readLinkedInExport(
    new Map([
      ['profile', 'First Name,Summary\nMina,Short\nMeena,Other\n'],
      ['profile summary', 'Profile Summary\nLonger\n'],
      ['skills', 'Name,Name\nGo,Golang\n'],
    ]),
  );
  expect(resume).toEqual({ basics: { name: 'Mina', summary: 'Short' }, skills: [{ name: 'Go' }] });
  expect(unplaced.map(({ pointer, value }) => `${pointer} ${String(value)}`)).toEqual([
    '/skills/1/Name (2) Golang',
    '/profile/2/First Name Meena',
    '/profile/2/Summary Other',
    '/profile summary/1/Profile Summary Longer',
  ]);
});

it('recognizes export files in any folder and by names of other years', () => {
  expect(exportFileOf('Basic_LinkedInDataExport_01/Positions.csv')).toBe('positions');
  expect(exportFileOf('Recommendations_Received.csv')).toBe('recommendations');
  expect(exportFileOf('Phone Numbers.csv')).toBe('phonenumbers');
  for (const path of ['Connections.csv', 'Positions.txt', 'Positions.csv/x', '__proto__.csv', 'constructor.csv']) {
    expect(exportFileOf(path)).toBeNull();
  }
});

describe('a CSV file', () => {
  it.each([
    ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['\ufeffa,b\r\n"x, y","say ""hi""\nthere"\r\n', [{ a: 'x, y', b: 'say "hi"\nthere' }]],
    ['a\n1,2\n', [{ a: '1', 'column 2': '2' }]],
    ['a,a\n1,2\n', [{ a: '1', 'a (2)': '2' }]],
    ['a,b\n\n1,\n', [{ a: '1', b: '' }]],
    ['a\n"never closed', [{ a: 'never closed' }]],
    ['a\n"quoted"rest\n', [{ a: '"quoted"rest' }]],
    ['', []],
  ])('reads the CSV %j', (text, records) => {
    expect(readCsv(text)).toEqual(records);
  });

  it('reads a CSV of a million commas', () => {
    expect(readCsv(`a\n${','.repeat(1_000_000)}`)).toEqual([]);
  });

  it('reads a CSV of four million line breaks', () => {
    expect(readCsv('\n'.repeat(4_000_000))).toEqual([]);
  });
});

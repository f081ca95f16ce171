import type { CorpusEntry } from './corpus';

/** Ways in which people and programs write sections, items and dates. */
export const sectionShapes: CorpusEntry[] = [
  {
    shape: 'JSON Resume 0.x: company, website, present',
    resume: { work: [{ company: 'Acme', website: 'acme.example', startDate: 'May 2019', endDate: 'Present' }] },
    document: { work: [{ name: 'Acme', url: 'https://acme.example', startDate: '2019-05' }] },
    repaired: ['/work/0/company', '/work/0/website', '/work/0/url', '/work/0/startDate', '/work/0/endDate'],
  },
  {
    shape: 'experience with snake case and bullets under another name',
    resume: { experience: [{ employer: 'Acme', jobTitle: 'Dev', start_date: '2019/5', achievements: ['One'] }] },
    document: { work: [{ name: 'Acme', position: 'Dev', startDate: '2019-05', highlights: ['One'] }] },
    repaired: [
      '/experience',
      '/work/0/employer',
      '/work/0/jobTitle',
      '/work/0/start_date',
      '/work/0/achievements',
      '/work/0/startDate',
    ],
  },
  {
    shape: 'one job that is no list, bullets as one text',
    resume: { work: { name: 'Acme', highlights: 'One\nTwo' } },
    document: { work: [{ name: 'Acme', highlights: ['One', 'Two'] }] },
    repaired: ['/work', '/work/0/highlights'],
  },
  {
    shape: 'old and new name side by side',
    resume: { work: [{ company: 'Old', name: 'New' }] },
    document: { work: [{ company: 'Old', name: 'New' }] },
    unplaced: ['/work/0/company field.taken'],
  },
  {
    shape: 'a place as an object, a summary as lines',
    resume: { work: [{ location: { city: 'Pune', countryCode: 'IN' }, summary: ['a', 'b'] }] },
    document: { work: [{ location: 'Pune, IN', summary: 'a\nb' }] },
    repaired: ['/work/0/location', '/work/0/summary'],
  },
  {
    shape: 'dates as numbers and objects',
    resume: { work: [{ startDate: 2015, endDate: { year: 2019, month: 5 } }] },
    document: { work: [{ startDate: '2015', endDate: '2019-05' }] },
    repaired: ['/work/0/startDate', '/work/0/endDate'],
  },
  {
    shape: 'dates as timestamps, months of zero days, words',
    resume: {
      work: [{ startDate: '2015-03-01T00:00:00.000Z', endDate: '2019-05-00' }],
      awards: [{ date: '5th March, 2019' }],
    },
    document: { work: [{ startDate: '2015-03-01', endDate: '2019-05' }], awards: [{ date: '2019-03-05' }] },
    repaired: ['/work/0/startDate', '/work/0/endDate', '/awards/0/date'],
  },
  {
    shape: 'dates that can mean two days, or none',
    resume: { work: [{ startDate: '03/04/2019', endDate: 'Summer 2020' }] },
    document: { work: [{ startDate: '03/04/2019', endDate: 'Summer 2020' }] },
    warnings: ['/work/0/startDate date.unfinished', '/work/0/endDate date.unfinished'],
  },
  {
    shape: 'education of other programs',
    resume: {
      education: [{ university: 'IIT', degree: 'B.Tech', major: 'Physics', gpa: 9.1, graduationDate: '2015' }],
    },
    document: {
      education: [{ institution: 'IIT', studyType: 'B.Tech', area: 'Physics', score: '9.1', endDate: '2015' }],
    },
    repaired: [
      '/education/0/university',
      '/education/0/gpa',
      '/education/0/degree',
      '/education/0/major',
      '/education/0/graduationDate',
      '/education/0/score',
    ],
  },
  {
    shape: 'skills as words, as one text, as groups',
    resume: { skills: ['Go', { name: 'Web', keywords: 'HTML, CSS' }], interests: 'Chess, Hiking' },
    document: {
      skills: [{ name: 'Go' }, { name: 'Web', keywords: ['HTML', 'CSS'] }],
      interests: [{ name: 'Chess' }, { name: 'Hiking' }],
    },
    repaired: ['/skills/0', '/skills/1/keywords', '/interests'],
  },
  {
    shape: 'skills as an object of lists',
    resume: { skills: { Web: ['HTML'], Data: ['SQL'] } },
    document: {
      skills: [
        { name: 'Web', keywords: ['HTML'] },
        { name: 'Data', keywords: ['SQL'] },
      ],
    },
    repaired: ['/skills'],
  },
  {
    shape: 'keywords as objects',
    resume: { skills: [{ name: 'Web', keywords: [{ name: 'HTML' }, { text: 'CSS' }] }] },
    document: { skills: [{ name: 'Web', keywords: ['HTML', 'CSS'] }] },
    repaired: ['/skills/0/keywords/0', '/skills/0/keywords/1'],
  },
  {
    shape: 'languages as an object, as words, under other names',
    resume: { languages: { English: 'Fluent' }, language: [] },
    document: { languages: [{ language: 'English', fluency: 'Fluent' }], language: [] },
    repaired: ['/languages'],
    unplaced: ['/language field.taken'],
  },
  {
    shape: 'certificates, awards and publications of other programs',
    resume: {
      certifications: [{ title: 'AWS', authority: 'Amazon', issued: 'Mar 2019' }],
      honors: [{ name: 'Prize', awardedBy: 'ACM', year: 2014 }],
      publications: [{ title: 'Bounds', journal: 'ACM', year: 2014 }],
    },
    document: {
      certificates: [{ name: 'AWS', issuer: 'Amazon', date: '2019-03' }],
      awards: [{ title: 'Prize', awarder: 'ACM', date: '2014' }],
      publications: [{ name: 'Bounds', publisher: 'ACM', releaseDate: '2014' }],
    },
    repaired: [
      '/certifications',
      '/honors',
      '/awards/0/name',
      '/awards/0/awardedBy',
      '/awards/0/year',
      '/awards/0/date',
      '/certificates/0/title',
      '/certificates/0/authority',
      '/certificates/0/issued',
      '/certificates/0/date',
      '/publications/0/title',
      '/publications/0/year',
      '/publications/0/journal',
      '/publications/0/releaseDate',
    ],
  },
  {
    shape: 'projects of other programs',
    resume: { project: [{ title: 'Raft', summary: 'A toy', technologies: ['Go'], link: 'raft.example' }] },
    document: { projects: [{ name: 'Raft', description: 'A toy', keywords: ['Go'], url: 'https://raft.example' }] },
    repaired: [
      '/project',
      '/projects/0/title',
      '/projects/0/summary',
      '/projects/0/link',
      '/projects/0/technologies',
      '/projects/0/url',
    ],
  },
  {
    shape: 'references as words and quotes',
    resume: { references: ['On request', { author: 'Ann', quote: 'Hire her' }] },
    document: { references: [{ reference: 'On request' }, { name: 'Ann', reference: 'Hire her' }] },
    repaired: ['/references/0', '/references/1/quote', '/references/1/author'],
  },
  {
    shape: 'a theme’s own project fields beside the standard ones',
    resume: { projects: [{ name: 'Miss Direction', summary: 'A map', description: 'A mapping engine' }] },
    document: { projects: [{ name: 'Miss Direction', summary: 'A map', description: 'A mapping engine' }] },
    unplaced: ['/projects/0/summary field.taken'],
  },
  {
    shape: 'numbers, truths and lists where items belong',
    resume: { work: [7, true, null, { name: 'Acme' }, ['x']], skills: false },
    document: { work: [{ name: 'Acme' }] },
    unplaced: [
      '/work/0 type.expected-object',
      '/work/1 type.expected-object',
      '/work/2 type.expected-object',
      '/work/4 type.expected-object',
      '/skills type.expected-array',
    ],
  },
  {
    shape: 'texts with NUL and half characters',
    resume: { work: [{ name: 'Ac\u0000me', summary: 'half \ud83d' }] },
    document: { work: [{ name: 'Acme', summary: 'half \ufffd' }] },
    repaired: ['/work/0/name', '/work/0/summary'],
  },
];

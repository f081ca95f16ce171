import { importJsonResume } from '@canar/profile-document';
import { ResumeImporter } from '../resume-importer';
import { foreignFormatOf, readForeignJson } from './read-foreign-json';

/** The document that a foreign value becomes, and the texts without a place. */
function read(value: Record<string, unknown>) {
  const format = foreignFormatOf(value);
  if (format === null) throw new Error('not recognised');
  const { resume, unplaced } = readForeignJson(value, format);
  return { format, document: importJsonResume(resume, true).document, left: unplaced.map(({ pointer }) => pointer) };
}

const base = { id: 'x', visible: true, url: { href: '', label: '' } };

describe('an export of Reactive Resume', () => {
  it('reads every section of Reactive Resume 4, with periods, lists and links', () => {
    const { format, document, left } = read({
      basics: {
        name: 'Mira Solano',
        headline: 'Planner',
        email: 'mira@example.org',
        location: 'Valencia',
        url: { href: 'https://mira.example', label: 'site' },
        picture: { url: 'https://mira.example/p.png' },
        customFields: [{ id: 'a', icon: 'car', name: 'Licence', value: 'B' }],
      },
      sections: {
        summary: { id: 'summary', name: 'Summary', columns: 1, visible: true, content: '<p>Plans <b>big</b>.</p>' },
        experience: {
          id: 'experience',
          name: 'Experience',
          items: [
            {
              ...base,
              company: 'Port Works',
              position: 'Lead',
              location: 'Valencia',
              date: 'March 2019 - Present',
              summary: '<p>Ran it.</p><ul><li><p>Cut waiting</p></li></ul>',
            },
          ],
        },
        education: {
          items: [
            { ...base, institution: 'Upper', studyType: 'BSc', area: 'Logistics', score: '8', date: '2010 to 2014' },
          ],
        },
        skills: { items: [{ ...base, name: 'Planning', level: 4, keywords: ['SAP'], description: 'daily' }] },
        languages: { items: [{ ...base, name: 'Spanish', description: 'Native', level: 5 }] },
        awards: { items: [{ ...base, title: 'Prize', awarder: 'Port', date: 'May 2020', summary: '' }] },
        certifications: { items: [{ ...base, name: 'PMP', issuer: 'PMI', date: '2018' }] },
        profiles: { items: [{ ...base, network: 'GitHub', username: 'm', url: { href: 'https://github.com/m' } }] },
        custom: { abc: { id: 'abc', name: 'Driving', items: [{ ...base, name: 'Truck', description: 'C1' }] } },
      },
      metadata: { template: 'azurill', layout: [[['summary']]] },
    });
    expect(format).toBe('reactive-resume');
    expect(document).toEqual({
      basics: {
        name: 'Mira Solano',
        label: 'Planner',
        email: 'mira@example.org',
        url: 'https://mira.example',
        summary: 'Plans big.',
        location: { city: 'Valencia' },
        profiles: [{ network: 'GitHub', username: 'm', url: 'https://github.com/m' }],
      },
      work: [
        {
          name: 'Port Works',
          location: 'Valencia',
          position: 'Lead',
          startDate: '2019-03',
          summary: 'Ran it.',
          highlights: ['Cut waiting'],
        },
      ],
      education: [
        { institution: 'Upper', studyType: 'BSc', area: 'Logistics', score: '8', startDate: '2010', endDate: '2014' },
      ],
      skills: [{ name: 'Planning', level: 'daily', keywords: ['SAP'] }],
      languages: [{ language: 'Spanish', fluency: 'Native' }],
      awards: [{ title: 'Prize', awarder: 'Port', date: '2020-05' }],
      certificates: [{ name: 'PMP', issuer: 'PMI', date: '2018' }],
      meta: {
        canar: { custom: [{ key: 'custom-1', title: 'Driving', items: [{ name: 'Truck', description: 'C1' }] }] },
      },
    });
    expect(left).toEqual(['/basics/customFields/0/name', '/basics/customFields/0/value']);
  });

  it('reads each role of Reactive Resume 5 as a position, and custom sections', () => {
    const website = { url: '', label: '', inlineLink: false };
    const { document, left } = read({
      picture: { url: '/p.png', size: 80 },
      basics: { name: 'Mira', headline: '', email: '', phone: '', location: '', website, customFields: [] },
      summary: { title: '', columns: 1, hidden: false, content: '<p>Plans.</p>' },
      sections: {
        experience: {
          title: 'Work',
          items: [
            {
              id: '1',
              hidden: false,
              company: 'Port',
              position: '',
              period: '2015 – 2020',
              website,
              description: '',
              roles: [
                { id: 'r', position: 'Head', period: '2018 – 2020', description: '<p>Led.</p>' },
                { id: 's', position: 'Planner', period: '2015 – 2018', description: '' },
              ],
            },
          ],
        },
        projects: {
          title: '',
          items: [{ id: '2', name: 'Map', period: '2019', website: { url: 'https://m.example' } }],
        },
      },
      customSections: [
        {
          id: 'c',
          type: 'volunteer',
          title: 'Giving',
          items: [{ organization: 'Red Cross', period: '2012', website }],
        },
        { id: 'd', type: 'summary', title: 'About', items: [{ id: 'e', content: '<p>More.</p>' }] },
      ],
      metadata: { template: 'onyx' },
    });
    expect(document.work).toEqual([
      { name: 'Port', position: 'Head', startDate: '2018', endDate: '2020', summary: 'Led.' },
      { name: 'Port', position: 'Planner', startDate: '2015', endDate: '2018' },
    ]);
    expect(document.projects).toEqual([{ name: 'Map', url: 'https://m.example', startDate: '2019' }]);
    expect(document.volunteer).toEqual([{ organization: 'Red Cross', startDate: '2012' }]);
    expect(document.meta?.canar?.custom).toEqual([{ key: 'custom-1', title: 'About', items: [{ summary: 'More.' }] }]);
    expect(left).toEqual([]);
  });

  it('reads periods and places of Reactive Resume 3 from several fields', () => {
    const { document, left } = read({
      basics: {
        name: 'Mira',
        website: 'https://m.example',
        location: { city: 'Pune', country: 'India' },
        summary: 'Hi',
      },
      sections: {
        work: {
          id: 'work',
          name: 'Work',
          items: [{ name: 'Port', position: 'Lead', date: { start: '2015-03', end: '' } }],
        },
        certifications: { items: [{ name: 'PMP', issuer: 'PMI', date: '2018-01-01' }] },
      },
    });
    expect(document).toEqual({
      basics: {
        name: 'Mira',
        url: 'https://m.example',
        summary: 'Hi',
        location: { city: 'Pune', countryCode: 'India' },
      },
      work: [{ name: 'Port', position: 'Lead', startDate: '2015-03' }],
      certificates: [{ name: 'PMP', issuer: 'PMI', date: '2018-01-01' }],
    });
    expect(left).toEqual([]);
  });
});

it.each([
  [{ basics: { name: 'Mina' }, work: [] }],
  [{ education: [{ institution: 'Upper' }] }],
  [{}],
  [{ sections: [] }],
])('recognizes %j as JSON Resume', (value) => {
  expect(foreignFormatOf(value)).toBeNull();
});

it('names a foreign format and converts its custom sections to plain text', () => {
  const sections = { talks: { title: 'Talks', items: [{ title: 'One', description: '<b>Long</b> &amp; good' }] } };
  const { source, document, repaired } = new ResumeImporter({ read: () => Promise.reject(new Error('no PDF')) }).json({
    basics: { name: 'Mira' },
    sections,
  });
  expect(source).toBe('reactive-resume');
  expect(document.meta?.canar?.custom).toEqual([
    { key: 'custom-1', title: 'Talks', items: [{ name: 'One', description: 'Long & good' }] },
  ]);
  expect(repaired).toHaveLength(1);
});

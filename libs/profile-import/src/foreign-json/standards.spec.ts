import { importJsonResume } from '@canar/profile-document';
import { foreignFormatOf, readForeignJson } from './read-foreign-json';

/** The document that a foreign value becomes, and the texts without a place. */
function read(value: Record<string, unknown>) {
  const format = foreignFormatOf(value);
  if (format === null) throw new Error('not recognised');
  const { resume, unplaced } = readForeignJson(value, format);
  return { format, document: importJsonResume(resume, true).document, left: unplaced.map(({ pointer }) => pointer) };
}

it('reads a résumé of the FRESH standard and reports what has no field', () => {
  const { format, document, left } = read({
    name: 'Mira Solano',
    meta: { format: 'FRESH@0.6.0' },
    info: { label: 'Planner', brief: 'Plans **berths**.' },
    contact: { email: 'mira@example.org', website: 'https://m.example' },
    social: [{ network: 'GitHub', user: 'm', url: 'https://github.com/m' }],
    employment: {
      summary: 'Ten years.',
      history: [{ employer: 'Port', position: 'Lead', start: '2019-03', current: true }],
    },
    education: { history: [{ institution: 'Upper', title: 'BSc', start: '2008', end: '2012', curriculum: ['Ports'] }] },
    skills: { sets: [{ name: 'Planning', skills: ['SAP'] }], list: [{ name: 'SAP', level: '9' }, { name: 'Excel' }] },
    service: { history: [{ flavor: 'volunteer', organization: 'Red Cross', position: 'Driver', start: '2010' }] },
    writing: [{ title: 'On berths', publisher: { name: 'Quay', url: 'https://q.example' }, date: '2011' }],
    recognition: [{ title: 'Prize', from: 'Port', date: '2012' }],
    speaking: [{ title: 'Talk', event: 'PortCon', date: '2013' }],
    languages: [{ language: 'Spanish', level: 'Native', years: 30 }],
  });
  expect(format).toBe('fresh');
  expect(document).toMatchObject({
    basics: { name: 'Mira Solano', label: 'Planner', summary: 'Plans berths.', url: 'https://m.example' },
    work: [{ name: 'Port', position: 'Lead', startDate: '2019-03' }],
    education: [{ institution: 'Upper', studyType: 'BSc', courses: ['Ports'], startDate: '2008', endDate: '2012' }],
    skills: [{ name: 'Planning', keywords: ['SAP'] }, { name: 'Excel' }],
    volunteer: [{ organization: 'Red Cross', position: 'Driver', startDate: '2010' }],
    publications: [{ name: 'On berths', publisher: 'Quay', releaseDate: '2011' }],
    awards: [{ title: 'Prize', awarder: 'Port', date: '2012' }],
    languages: [{ language: 'Spanish', fluency: 'Native' }],
    meta: {
      canar: { custom: [{ title: 'Speaking', items: [{ name: 'Talk', description: 'PortCon', date: '2013' }] }] },
    },
  });
  expect(left).toEqual(['/employment/summary']);
});

it('reads a Europass CV in JSON', () => {
  const label = (Label: string) => ({ Code: 'x', Label });
  const { format, document, left } = read({
    SkillsPassport: {
      Locale: 'en',
      LearnerInfo: {
        Identification: {
          PersonName: { FirstName: 'Mira', Surname: 'Solano' },
          ContactInfo: {
            Address: { Contact: { AddressLine: 'Quay 1', Municipality: 'Valencia', Country: label('Spain') } },
            Email: { Contact: 'mira@example.org' },
            Telephone: [{ Contact: '+34 600', Use: { Code: 'mobile' } }],
          },
          Demographics: { Nationality: [label('Spanish')] },
        },
        Headline: { Type: label('Job'), Description: label('Planner') },
        WorkExperience: [
          {
            Period: { From: { Year: 2019, Month: '--03' }, Current: true },
            Position: label('Lead'),
            Activities: '<p>Ran it.</p><ul><li>Cut waiting</li></ul>',
            Employer: { Name: 'Port', ContactInfo: { Address: { Contact: { Municipality: 'Valencia' } } } },
          },
        ],
        Education: [
          { Period: { From: { Year: 2008 }, To: { Year: 2012 } }, Title: 'BSc', Organisation: { Name: 'Upper' } },
        ],
        Skills: {
          Linguistic: {
            MotherTongue: [{ Description: label('Spanish') }],
            ForeignLanguage: [{ Description: label('English'), ProficiencyLevel: { Listening: 'C1', Writing: 'B2' } }],
          },
          Computer: { Description: 'SAP' },
        },
      },
    },
  });
  expect(format).toBe('europass');
  expect(document).toMatchObject({
    basics: { name: 'Mira Solano', label: 'Planner', phone: '+34 600', location: { city: 'Valencia' } },
    work: [{ name: 'Port', location: 'Valencia', position: 'Lead', startDate: '2019-03', highlights: ['Cut waiting'] }],
    education: [{ institution: 'Upper', studyType: 'BSc', startDate: '2008', endDate: '2012' }],
    languages: [
      { language: 'Spanish', fluency: 'Native' },
      { language: 'English', fluency: 'C1, B2' },
    ],
    skills: [{ name: 'Digital skills', keywords: ['SAP'] }],
  });
  const identification = '/SkillsPassport/LearnerInfo/Identification';
  expect(left).toEqual([
    `${identification}/Demographics/Nationality/0/Code`,
    `${identification}/Demographics/Nationality/0/Label`,
    `${identification}/ContactInfo/Telephone/0/Use/Code`,
  ]);
});

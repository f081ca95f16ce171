import { compact, type Source } from './source';

type Fields = Record<string, unknown>;

const labelOf = (item: Source, name: string): string | undefined =>
  item.text(name) ?? item.object(name).skip('Code').text('Label');

function dateOf(period: Source, name: string): string | undefined {
  const date = period.object(name);
  const digits = (text: string | undefined) => text?.replace(/\D/g, '').padStart(2, '0');
  const parts = [date.text('Year'), digits(date.text('Month')), digits(date.text('Day'))];
  return parts[0] === undefined
    ? undefined
    : parts.filter((part, index) => part !== undefined && (index === 0 || parts[index - 1])).join('-');
}

function periodOf(item: Source): Fields {
  const period = item.object('Period').skip('Current');
  return compact({ startDate: dateOf(period, 'From'), endDate: dateOf(period, 'To') });
}

/** Name, place and web site of an employer or school. */
function organisationOf(item: Source, name: string): { name?: string; location?: string; url?: string } {
  const organisation = item.object(name);
  const contact = organisation.object('ContactInfo');
  const address = contact.object('Address').object('Contact');
  const place = [address.text('Municipality'), labelOf(address, 'Country')].filter(Boolean).join(', ');
  return compact({
    name: organisation.text('Name'),
    location: place,
    url: contact.object('Website').text('Contact'),
  });
}

function workOf(item: Source): Fields {
  const position = labelOf(item, 'Position');
  return compact({
    ...organisationOf(item, 'Employer'),
    position,
    ...periodOf(item),
    summary: item.text('Activities'),
  });
}

function educationOf(item: Source): Fields {
  const { name, url } = organisationOf(item, 'Organisation');
  const fields = { institution: name, studyType: item.text('Title'), area: labelOf(item, 'Field') };
  const level = item.object('Level').skip('Code');
  return compact({
    ...fields,
    url,
    score: level.text('Label'),
    ...periodOf(item),
    courses: listOf(item.text('Activities', 'Skills')),
  });
}

const listOf = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

function languagesOf(linguistic: Source): Fields[] {
  const native = linguistic
    .list('MotherTongue')
    .map((item) => ({ language: labelOf(item, 'Description'), fluency: 'Native' }));
  const foreign = linguistic.list('ForeignLanguage').map((item) => {
    const level = item.object('ProficiencyLevel');
    const levels = level.names().map((name) => level.text(name));
    return compact({
      language: labelOf(item, 'Description'),
      fluency: [...new Set(levels.filter(Boolean))].join(', '),
    });
  });
  return [...native, ...foreign].filter(({ language }) => language !== undefined);
}

const skillKinds: readonly [name: string, title: string][] = [
  ['Computer', 'Digital skills'],
  ['JobRelated', 'Job-related skills'],
  ['Communication', 'Communication'],
  ['Organisational', 'Organisation'],
  ['Other', 'Other skills'],
];

function skillsOf(skills: Source): Fields[] {
  const kinds = skillKinds.flatMap(([name, title]) => {
    const text = skills.object(name).text('Description');
    return text === undefined ? [] : [{ name: title, keywords: [text] }];
  });
  const driving = skills.object('Driving').texts('Description');
  return driving ? [...kinds, { name: 'Driving licence', keywords: driving }] : kinds;
}

function basicsOf(learner: Source): Fields {
  const person = learner.object('Identification').skip('Photo');
  const [name, contact] = [person.object('PersonName'), person.object('ContactInfo')];
  const address = contact.object('Address').object('Contact');
  const place = compact({
    address: address.text('AddressLine'),
    city: address.text('Municipality'),
    postalCode: address.text('PostalCode'),
    countryCode: address.object('Country').skip('Label').text('Code'),
  });
  const [phone] = contact.list('Telephone').map((entry) => entry.text('Contact'));
  const [website] = contact.list('Website').map((entry) => entry.text('Contact'));
  return compact({
    name: [name.skip('Title').text('FirstName'), name.text('Surname')].filter(Boolean).join(' '),
    label: labelOf(learner.object('Headline').skip('Type'), 'Description'),
    email: contact.object('Email').text('Contact'),
    phone,
    url: website,
    location: Object.keys(place).length > 0 ? place : undefined,
  });
}

/** Reads a Europass CV in JSON (`SkillsPassport`, versions 3.x). */
export function readEuropass(source: Source): Fields {
  const learner = source
    .object('SkillsPassport')
    .skip('Locale', 'DocumentInfo', 'PrintingPreferences')
    .object('LearnerInfo');
  const skills = learner.object('Skills');
  const achievements = learner
    .list('Achievement')
    .map((item) => compact({ name: labelOf(item, 'Title'), description: item.text('Description') }));
  return compact({
    basics: basicsOf(learner),
    work: learner.list('WorkExperience').map(workOf),
    education: learner.list('Education').map(educationOf),
    languages: languagesOf(skills.object('Linguistic')),
    skills: skillsOf(skills),
    meta:
      achievements.length > 0
        ? { canar: { custom: [{ key: 'custom-1', title: 'Achievements', items: achievements }] } }
        : undefined,
  });
}

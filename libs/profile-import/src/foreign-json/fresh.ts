import { compact, type Source } from './source';

type Fields = Record<string, unknown>;

const periodOf = (item: Source): Fields => compact({ startDate: item.text('start'), endDate: item.text('end') });

const textOf = (item: Source): Fields =>
  compact({ summary: item.text('summary'), highlights: item.texts('highlights'), url: item.text('url') });

function workOf(item: Source): Fields {
  const fields = { name: item.text('employer'), position: item.text('position'), location: item.text('location') };
  return compact({ ...fields, ...periodOf(item.skip('current')), ...textOf(item) });
}

function volunteerOf(item: Source): Fields {
  const fields = { organization: item.text('organization', 'employer'), position: item.text('position', 'role') };
  return compact({ ...fields, ...periodOf(item.skip('flavor', 'current')), ...textOf(item) });
}

function educationOf(item: Source): Fields {
  return compact({
    institution: item.text('institution'),
    studyType: item.text('title', 'studyType', 'degree'),
    area: item.text('area'),
    score: item.text('grade', 'gpa'),
    courses: item.texts('curriculum'),
    url: item.text('url'),
    ...periodOf(item),
  });
}

function skillsOf(skills: Source): Fields[] {
  const sets = skills
    .list('sets')
    .map((set) => compact({ name: set.text('name'), level: set.text('level'), keywords: set.texts('skills') }));
  const list = skills
    .list('list')
    .map((skill) => compact({ name: skill.skip('id', 'years').text('name'), level: skill.text('level') }));
  const named = new Set(sets.flatMap(({ keywords }) => (Array.isArray(keywords) ? (keywords as string[]) : [])));
  return [...sets, ...list.filter(({ name }) => typeof name !== 'string' || !named.has(name))];
}

function publicationOf(item: Source): Fields {
  const publisher = item.text('publisher') ?? item.object('publisher').skip('url').text('name');
  const fields = { name: item.text('title'), publisher, releaseDate: item.text('date') };
  return compact({ ...fields, url: item.skip('flavor').text('url'), summary: item.text('summary') });
}

function customOf(source: Source, name: string, title: string): Fields[] {
  const items = source.list(name).map((item) =>
    compact({
      name: item.skip('flavor', 'private').text('title', 'name', 'role'),
      description: item.text('activity', 'event', 'organization', 'author', 'location'),
      date: item.text('date'),
      ...periodOf(item),
      ...textOf(item),
    }),
  );
  return items.length > 0 ? [{ title, items }] : [];
}

function basicsOf(source: Source): Fields {
  const [info, contact, location] = [source.object('info'), source.object('contact'), source.object('location')];
  const profiles = source
    .list('social')
    .map((item) =>
      compact({ network: item.text('network', 'label'), username: item.text('user'), url: item.text('url') }),
    );
  const place = compact({
    address: location.text('address'),
    city: location.text('city'),
    region: location.text('region'),
    postalCode: location.text('code'),
    countryCode: location.text('country'),
  });
  return compact({
    name: source.text('name'),
    label: info.skip('class', 'characterClass', 'image').text('label'),
    summary: info.text('brief'),
    email: contact.text('email'),
    phone: contact.text('phone'),
    url: contact.text('website'),
    location: Object.keys(place).length > 0 ? place : undefined,
    profiles,
  });
}

function projectOf(item: Source): Fields {
  const fields = { name: item.text('title', 'name'), description: item.text('description') };
  return compact({ ...fields, endDate: item.text('date'), ...periodOf(item), ...textOf(item) });
}

const customSections: readonly [name: string, title: string][] = [
  ['governance', 'Governance'],
  ['speaking', 'Speaking'],
  ['affiliation', 'Affiliations'],
  ['extracurricular', 'Activities'],
  ['reading', 'Reading'],
];

/** Reads a résumé of the FRESH standard (HackMyResume), version 0.x and 1.0. */
export function readFresh(source: Source): Fields {
  const history = (name: string) => source.object(name).list('history');
  const custom = customSections.flatMap(([name, title]) => customOf(source, name, title));
  const references = [...source.list('testimonials'), ...source.list('references')].map((item) =>
    compact({ name: item.skip('flavor', 'private').text('name'), reference: item.text('quote', 'role') }),
  );
  const meta = custom.map((section, index) => ({ key: `custom-${index + 1}`, ...section }));
  source.skip('meta', 'disposition');
  return compact({
    basics: basicsOf(source),
    work: history('employment').map(workOf),
    volunteer: history('service').map(volunteerOf),
    education: history('education').map(educationOf),
    projects: [...source.list('projects'), ...source.list('samples')].map(projectOf),
    skills: skillsOf(source.object('skills')),
    languages: source
      .list('languages')
      .map((item) => compact({ language: item.text('language'), fluency: item.skip('years').text('level') })),
    publications: source.list('writing').map(publicationOf),
    awards: source.list('recognition').map((item) =>
      compact({
        title: item.skip('flavor').text('title'),
        awarder: item.text('from', 'event'),
        date: item.text('date'),
        summary: item.text('summary'),
      }),
    ),
    interests: source
      .list('interests')
      .map((item) => compact({ name: item.text('name'), keywords: item.texts('keywords') })),
    references: references.filter((reference) => 'reference' in reference || 'name' in reference),
    meta: meta.length > 0 ? { canar: { custom: meta } } : undefined,
  });
}

import { compact, type Source } from './source';

type Fields = Record<string, unknown>;

/** The address of a link: `url: {href}` of version 4, `website: {url}` of version 5, a text of version 3. */
function linkOf(item: Source): string | undefined {
  const direct = item.text('url', 'website');
  if (direct !== undefined) return direct;
  const [older, newer] = [
    item.object('url').skip('label', 'inlineLink'),
    item.object('website').skip('label', 'inlineLink'),
  ];
  return older.text('href') ?? newer.text('url');
}

/** The period of an item as it is written, or `{start, end}` of version 3. A later step makes dates of it. */
function periodOf(item: Source): Fields {
  const written = item.text('period', 'date');
  if (written !== undefined) return { startDate: written };
  const date = item.object('date');
  return compact({ startDate: date.text('start'), endDate: date.text('end') });
}

const prose = (item: Source): string | undefined => item.text('summary', 'description', 'content');

function ended(item: Source): Fields {
  const { startDate, endDate } = periodOf(item);
  return compact({ date: endDate ?? startDate });
}

/** A level from 1 to 5 says something only beside no other word. */
const levelOf = (item: Source, ...words: string[]): string | undefined => {
  const word = item.text(...words);
  item.skip('level', 'levelNum');
  return word;
};

type ItemReader = (item: Source) => Fields | Fields[];

const work: ItemReader = (item) => {
  const company = compact({ name: item.text('company', 'name'), location: item.text('location'), url: linkOf(item) });
  const roles = item.list('roles').map((role) => ({
    ...company,
    ...compact({ position: role.skip('id').text('position'), ...periodOf(role), summary: prose(role) }),
  }));
  const own = { ...company, ...compact({ position: item.text('position'), ...periodOf(item), summary: prose(item) }) };
  return roles.length > 0 && !('summary' in own) ? roles : [own, ...roles];
};

/** How the items of each section become items of JSON Resume. */
const readers: Readonly<Record<string, [section: string, read: ItemReader]>> = {
  work: ['work', work],
  experience: ['work', work],
  education: [
    'education',
    (item) =>
      compact({
        institution: item.text('institution', 'school'),
        studyType: item.text('studyType', 'degree'),
        area: item.text('area'),
        score: item.text('score', 'grade'),
        courses: item.texts('courses'),
        url: linkOf(item),
        ...periodOf(item),
      }),
  ],
  projects: [
    'projects',
    (item) =>
      compact({
        name: item.text('name', 'title'),
        description: prose(item),
        keywords: item.texts('keywords'),
        url: linkOf(item),
        ...periodOf(item),
      }),
  ],
  skills: [
    'skills',
    (item) =>
      compact({
        name: item.text('name'),
        level: levelOf(item, 'proficiency', 'description'),
        keywords: item.texts('keywords'),
      }),
  ],
  languages: [
    'languages',
    (item) => compact({ language: item.text('language', 'name'), fluency: levelOf(item, 'fluency', 'description') }),
  ],
  interests: ['interests', (item) => compact({ name: item.text('name'), keywords: item.texts('keywords') })],
  awards: [
    'awards',
    (item) =>
      compact({ title: item.text('title'), awarder: item.text('awarder'), summary: prose(item), ...ended(item) }),
  ],
  certifications: [
    'certificates',
    (item) =>
      compact({ name: item.text('title', 'name'), issuer: item.text('issuer'), url: linkOf(item), ...ended(item) }),
  ],
  publications: [
    'publications',
    (item) => {
      const { date } = ended(item);
      const fields = { name: item.text('title', 'name'), publisher: item.text('publisher') };
      return compact({ ...fields, releaseDate: date, url: linkOf(item), summary: prose(item) });
    },
  ],
  volunteer: [
    'volunteer',
    (item) =>
      compact({
        organization: item.text('organization'),
        position: item.text('position', 'location'),
        url: linkOf(item),
        summary: prose(item),
        ...periodOf(item),
      }),
  ],
  references: [
    'references',
    (item) => compact({ name: item.text('name'), reference: prose(item) ?? item.text('relationship', 'position') }),
  ],
  profiles: [
    'profiles',
    (item) => compact({ network: item.text('network'), username: item.text('username'), url: linkOf(item) }),
  ],
};

const customItem: ItemReader = (item) =>
  compact({
    name: item.text('name', 'title', 'recipient'),
    description: item.text('description', 'subtitle', 'location'),
    summary: item.text('summary', 'content'),
    keywords: item.texts('keywords'),
    url: linkOf(item),
    ...periodOf(item),
  });

const settings = [
  'id',
  'icon',
  'iconColor',
  'columns',
  'visible',
  'hidden',
  'type',
  'separateLinks',
  'keepTogether',
  'startOnNewPage',
  'name',
];

function itemsOf(section: Source, reader: ItemReader): Fields[] {
  const items = section
    .list('items')
    .map((item) => item.skip('id', 'icon', 'iconColor', 'visible', 'hidden', 'parentIdRef'));
  const read = items.flatMap((item): Fields[] => [reader(item)].flat());
  return read.filter((fields) => Object.keys(fields).length > 0);
}

/** Reads an export of Reactive Resume, version 3, 4, 5 or 6: `basics` and `sections` by name, each with `items`. */
export function readReactiveResume(source: Source): Fields {
  const basics = source.object('basics').skip('picture');
  const sections = source.object('sections');
  const lists: Record<string, Fields[]> = {};
  const custom: Fields[] = [];
  for (const name of sections.names().filter((section) => section !== 'summary' && section !== 'custom')) {
    const section = sections.object(name);
    const [target, read] = readers[name] ?? [];
    const title = section.text('title') ?? section.text('name');
    const items = itemsOf(section.skip(...settings), read ?? customItem);
    if (target) lists[target] = [...(lists[target] ?? []), ...items];
    else if (items.length > 0) custom.push({ title: title ?? name, items });
  }
  for (const section of [...sections.list('custom'), ...source.list('customSections')]) {
    const [target, read] = readers[section.text('type') ?? ''] ?? [];
    const title = section.text('title', 'name');
    const items = itemsOf(section.skip(...settings), read ?? customItem);
    if (target) lists[target] = [...(lists[target] ?? []), ...items];
    else if (items.length > 0) custom.push({ title: title ?? 'Other', items });
  }
  source.skip('metadata', 'picture', 'id', 'title', 'slug', 'name');
  const { profiles, ...rest } = lists;
  const canar = custom.map((section, index) => ({ key: `custom-${index + 1}`, ...section }));
  return compact({
    basics: basicsOf(basics, sections, source, profiles ?? []),
    ...rest,
    meta: canar.length > 0 ? { canar: { custom: canar } } : undefined,
  });
}

function basicsOf(basics: Source, sections: Source, source: Source, profiles: Fields[]): Fields {
  const summary = [sections.object('summary'), source.object('summary')].map((part) =>
    part.skip('title', ...settings).text('content', 'body'),
  );
  basics.list('customFields').forEach((field) => field.skip('id', 'icon'));
  const place = basics.text('location');
  const older = basics.object('location');
  const location = place === undefined ? locationOf(older) : { city: place };
  return compact({
    name: basics.text('name'),
    label: basics.text('headline', 'label'),
    email: basics.text('email'),
    phone: basics.text('phone'),
    url: linkOf(basics),
    summary: summary.find((text) => text !== undefined) ?? basics.text('summary'),
    location: Object.keys(location).length > 0 ? location : undefined,
    profiles: [...profiles, ...basics.list('profiles').map((item) => profileOf(item.skip('id')))],
  });
}

const profileOf = (item: Source): Fields =>
  compact({ network: item.text('network'), username: item.text('username'), url: linkOf(item) });

const locationOf = (location: Source): Fields =>
  compact({
    address: location.text('address'),
    city: location.text('city'),
    region: location.text('region'),
    postalCode: location.text('postalCode'),
    countryCode: location.text('country'),
  });

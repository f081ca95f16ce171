type Row = Record<string, string>;
type Fields = Record<string, unknown>;
type Leave = (file: string, row: number) => (column: string, value: string) => void;

const used = new Set([
  ...[
    'First Name',
    'Last Name',
    'Headline',
    'Summary',
    'Address',
    'Zip Code',
    'Geo Location',
    'Twitter Handles',
    'Websites',
  ],
]);

/** The entries of a list as LinkedIn writes it: `[COMPANY:https://a.example,PORTFOLIO:https://b.example]`. */
function entriesOf(list: string | undefined): { kind: string; value: string }[] {
  return (list ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .flatMap((entry) => {
      const [, kind = '', value = ''] = /^\s*(?:([A-Z_ ]+):)?(.*)$/.exec(entry) ?? [];
      return value.trim() ? [{ kind, value: value.trim() }] : [];
    });
}

function withoutEmpty(fields: Record<string, unknown>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function linksOf(profile: Row): { url?: string; profiles: Fields[] } {
  const [first, ...others] = entriesOf(profile['Websites']);
  const twitter = entriesOf(profile['Twitter Handles']).map(({ value }) => ({
    ...{ network: 'Twitter', username: value.replace(/^@/, '') },
    url: `https://twitter.com/${encodeURIComponent(value.replace(/^@/, ''))}`,
  }));
  const sites = others.map(({ kind, value }) => ({ network: capital(kind || 'website'), url: value }));
  return { ...(first ? { url: first.value } : {}), profiles: [...sites, ...twitter] };
}

function locationOf(profile: Row): Fields {
  const [city, ...rest] = (profile['Geo Location'] ?? '').split(',').map((part) => part.trim());
  const place = {
    city,
    region: rest.join(', '),
    address: profile['Address']?.trim(),
    postalCode: profile['Zip Code']?.trim(),
  };
  return withoutEmpty(place);
}

/** The primary of several rows; the rest is told. */
function chosen(
  rows: readonly Row[],
  column: string,
  leave: (index: number) => (column: string, value: string) => void,
): string {
  const index = Math.max(
    0,
    rows.findIndex((row) => /^yes$/i.test(row['Primary'] ?? '')),
  );
  rows.forEach((row, place) => place !== index && row[column]?.trim() && leave(place + 1)(column, row[column].trim()));
  return rows[index]?.[column]?.trim() ?? '';
}

/** Who the person is, how to reach them, and what others said of them: `basics` and `references` of a résumé. */
export function personOf(rowsOf: (file: string) => readonly Row[], leave: Leave): Fields {
  const [profile = {}] = rowsOf('profile');
  for (const [index, row] of rowsOf('profile').entries()) {
    for (const [column, value] of Object.entries(row)) {
      if ((index > 0 || !used.has(column)) && value.trim()) leave('profile', index + 1)(column, value.trim());
    }
  }
  const summaries = [profile['Summary'], ...rowsOf('profile summary').map((row) => row['Profile Summary'])];
  const [summary, ...others] = summaries
    .map((text) => text?.trim())
    .filter((text) => text !== undefined && text !== '');
  for (const text of others) if (text !== summary) leave('profile summary', 1)('Profile Summary', text ?? '');
  const { url, profiles } = linksOf(profile);
  const location = locationOf(profile);
  const basics = withoutEmpty({
    name: [profile['First Name'], profile['Last Name']]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' '),
    label: profile['Headline']?.trim(),
    email: chosen(rowsOf('email addresses'), 'Email Address', (row) => leave('email addresses', row)),
    phone: chosen(rowsOf('phonenumbers'), 'Number', (row) => leave('phonenumbers', row)),
    summary,
    url,
    location: Object.keys(location).length > 0 ? location : undefined,
    profiles: profiles.length > 0 ? profiles : undefined,
  });
  const references = rowsOf('recommendations').flatMap((row) => {
    const name = [row['First Name'], row['Last Name']]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' ');
    const role = [row['Job Title'], row['Company']].filter((part) => part?.trim()).join(', ');
    const item = withoutEmpty({ name: role ? `${name}, ${role}` : name, reference: row['Text']?.trim() });
    return Object.keys(item).length > 0 ? [item] : [];
  });
  return { ...(Object.keys(basics).length > 0 ? { basics } : {}), ...(references.length > 0 ? { references } : {}) };
}

type Row = Record<string, string>;
type Fields = Record<string, unknown>;
type Report = (file: string, row: number) => (column: string, value: string) => void;

const usedColumns = new Set([
  'First Name',
  'Last Name',
  'Headline',
  'Summary',
  'Address',
  'Zip Code',
  'Geo Location',
  'Twitter Handles',
  'Websites',
]);

/** The entries of a list in LinkedIn's form: `[COMPANY:https://a.example,PORTFOLIO:https://b.example]`. */
function entriesOf(list: string | undefined): { kind: string; value: string }[] {
  return (list ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .flatMap((entry) => {
      const [, kind = '', value = ''] = /^\s*(?:([A-Z_ ]+):)?(.*)$/.exec(entry) ?? [];
      return value.trim() ? [{ kind, value: value.trim() }] : [];
    });
}

function withoutEmptyFields(fields: Record<string, unknown>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function linksOf(profile: Row): { url?: string; profiles: Fields[] } {
  const [first, ...others] = entriesOf(profile['Websites']);
  const twitter = entriesOf(profile['Twitter Handles']).map(({ value }) => ({
    network: 'Twitter',
    username: value.replace(/^@/, ''),
    url: `https://twitter.com/${encodeURIComponent(value.replace(/^@/, ''))}`,
  }));
  const sites = others.map(({ kind, value }) => ({ network: capitalize(kind || 'website'), url: value }));
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
  return withoutEmptyFields(place);
}

/** The value of the primary row; the others are reported. */
function primaryOf(
  rows: readonly Row[],
  column: string,
  report: (index: number) => (column: string, value: string) => void,
): string {
  const index = Math.max(
    0,
    rows.findIndex((row) => /^yes$/i.test(row['Primary'] ?? '')),
  );
  rows.forEach((row, other) => other !== index && row[column]?.trim() && report(other + 1)(column, row[column].trim()));
  return rows[index]?.[column]?.trim() ?? '';
}

/** The person, contact details and recommendations: `basics` and `references` of a résumé. */
export function personOf(rowsOf: (file: string) => readonly Row[], report: Report): Fields {
  const [profile = {}] = rowsOf('profile');
  for (const [index, row] of rowsOf('profile').entries()) {
    for (const [column, value] of Object.entries(row)) {
      if ((index > 0 || !usedColumns.has(column)) && value.trim()) report('profile', index + 1)(column, value.trim());
    }
  }
  const summaries = [profile['Summary'], ...rowsOf('profile summary').map((row) => row['Profile Summary'])];
  const [summary, ...others] = summaries
    .map((text) => text?.trim())
    .filter((text) => text !== undefined && text !== '');
  for (const text of others) if (text !== summary) report('profile summary', 1)('Profile Summary', text ?? '');
  const { url, profiles } = linksOf(profile);
  const location = locationOf(profile);
  const basics = withoutEmptyFields({
    name: [profile['First Name'], profile['Last Name']]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(' '),
    label: profile['Headline']?.trim(),
    email: primaryOf(rowsOf('email addresses'), 'Email Address', (row) => report('email addresses', row)),
    phone: primaryOf(rowsOf('phonenumbers'), 'Number', (row) => report('phonenumbers', row)),
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
    const item = withoutEmptyFields({ name: role ? `${name}, ${role}` : name, reference: row['Text']?.trim() });
    return Object.keys(item).length > 0 ? [item] : [];
  });
  return { ...(Object.keys(basics).length > 0 ? { basics } : {}), ...(references.length > 0 ? { references } : {}) };
}

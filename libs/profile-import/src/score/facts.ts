type Fields = Record<string, unknown>;

/** One text of a document and the field of the score it counts for. */
export interface Fact {
  field: string;
  text: string;
}

/** A text without differences that say nothing: white space, the scheme of an address and the slash behind it. */
const plain = (value: unknown): string =>
  String(value)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^https?:\/\/(?:www\.)?(.*?)\/?$/, '$1');

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(textsOf) : value === undefined || value === '' ? [] : [plain(value)];

const facts = (field: string, value: unknown): Fact[] => textsOf(value).map((text) => ({ field, text }));

/** The facts of one item of a section; texts of all kinds of prose count alike. */
function factsOfItem(section: string, item: Fields): Fact[] {
  const prose = new Set(['summary', 'highlights', 'description', 'courses', 'reference']);
  const dates = /date$/i;
  return Object.entries(item).flatMap(([name, value]) => {
    const kind = prose.has(name) ? 'prose' : dates.test(name) ? 'dates' : name;
    return facts(`${section}.${kind}`, kind === 'dates' ? `${name} ${String(value)}` : value);
  });
}

const sharedFacts = (expected: readonly Fact[], read: readonly Fact[]): number => {
  const keys = new Set(read.map(({ field, text }) => `${field} ${text}`));
  return expected.filter(({ field, text }) => keys.has(`${field} ${text}`)).length;
};

/** Pairs each expected item with the item read that shares most facts with it; the rest stands alone. */
export function pairItems(expected: readonly Fact[][], read: readonly Fact[][]): [Fact[], Fact[]][] {
  const left = [...read];
  const pairs = expected.map((item): [Fact[], Fact[]] => {
    const best = left.reduce(
      (max, other, index) => {
        const shared = sharedFacts(item, other);
        return shared > max.shared ? { shared, index } : max;
      },
      { shared: 0, index: -1 },
    );
    const [taken = []] = best.index < 0 ? [] : left.splice(best.index, 1);
    return [item, taken];
  });
  return [...pairs, ...left.map((item): [Fact[], Fact[]] => [[], item])];
}

function factsOfBasics(basics: Fields): Fact[] {
  const { name, label, summary, location, profiles, ...contacts } = basics;
  const links = Array.isArray(profiles) ? (profiles as Fields[]).flatMap((profile) => Object.values(profile)) : [];
  const place = location === undefined ? [] : Object.values(location as Fields);
  return [
    ...facts('name', name),
    ...facts('headline', label),
    ...facts('summary', summary),
    ...facts(
      'contacts',
      [...Object.values(contacts), ...place, ...links].map((value) => plain(value)),
    ),
  ];
}

/** The facts of a document, item by item; `basics` is the first item. */
export function itemsOfDocument(document: Fields): Map<string, Fact[][]> {
  const sections = Object.entries(document).filter(([, value]) => Array.isArray(value)) as [string, Fields[]][];
  return new Map([
    ['basics', [factsOfBasics((document['basics'] as Fields | undefined) ?? {})]],
    ...sections.map(([section, items]): [string, Fact[][]] => [
      section,
      items.map((item) => factsOfItem(section, item)),
    ]),
  ]);
}

/** A typical résumé, with the expected result of its import. */
export interface CorpusEntry {
  shape: string;
  resume: unknown;
  /** the whole document */
  document: Record<string, unknown>;
  /** pointers of the repairs, in order */
  repaired?: string[];
  /** pointers and reasons of unplaced values, in order */
  unplaced?: string[];
  /** pointers and codes of the warnings */
  warnings?: string[];
}

const work = (item: object) => ({ work: [item] });

/** Ways in which people and programs write the person, and wrappers of a résumé. */
export const people: CorpusEntry[] = [
  {
    shape: 'JSON Resume 0.0.0: bio, first and last name, picture',
    resume: { bio: { firstName: 'Mina', lastName: 'Iyer', picture: 'https://a.example/m.jpg', summary: 'S' } },
    document: { basics: { name: 'Mina Iyer', image: 'https://a.example/m.jpg', summary: 'S' } },
    repaired: ['/bio', '/basics/firstName', '/basics/picture'],
  },
  {
    shape: 'a wrapper that a program puts around',
    resume: { resume: { basics: { name: 'Mina' } } },
    document: { basics: { name: 'Mina' } },
    repaired: ['/resume'],
  },
  {
    shape: 'the head without basics',
    resume: { name: 'Mina', email: 'm@example.com', website: 'mina.example', work: [] },
    document: { basics: { name: 'Mina', email: 'm@example.com', url: 'https://mina.example' }, work: [] },
    repaired: ['/name', '/email', '/website', '/basics/website', '/basics/url'],
  },
  {
    shape: 'other names of the head',
    resume: { basics: { fullName: 'Mina', headline: 'Dev', mail: 'm@example.com', mobile: '123', about: 'A' } },
    document: { basics: { name: 'Mina', label: 'Dev', email: 'm@example.com', phone: '123', summary: 'A' } },
    repaired: ['/basics/headline', '/basics/about', '/basics/fullName', '/basics/mail', '/basics/mobile'],
  },
  {
    shape: 'a number for the phone, null for what is missing',
    resume: { basics: { name: 'Mina', phone: 9876543210, url: null, location: null } },
    document: { basics: { name: 'Mina', phone: '9876543210' } },
    repaired: ['/basics/phone', '/basics/url', '/basics/location'],
  },
  {
    shape: 'the place as one line',
    resume: { basics: { location: 'Pune, India' } },
    document: { basics: { location: { city: 'Pune, India' } } },
    repaired: ['/basics/location'],
  },
  {
    shape: 'the address under its own name, older fields in it',
    resume: { basics: { address: { street: '1 Main St', zip: '411001', town: 'Pune', country: 'IN', state: 'MH' } } },
    document: {
      basics: {
        location: { address: '1 Main St', postalCode: '411001', city: 'Pune', countryCode: 'IN', region: 'MH' },
      },
    },
    repaired: [
      '/basics/address',
      '/basics/location/zip',
      '/basics/location/country',
      '/basics/location/state',
      '/basics/location/street',
      '/basics/location/town',
    ],
  },
  {
    shape: 'accounts as an object, names and addresses',
    resume: { basics: { profiles: { github: 'mina', linkedin: 'linkedin.com/in/mina' } } },
    document: {
      basics: {
        profiles: [
          { network: 'github', username: 'mina' },
          { network: 'linkedin', url: 'https://linkedin.com/in/mina' },
        ],
      },
    },
    repaired: ['/basics/profiles', '/basics/profiles/1/url'],
  },
  {
    shape: 'accounts as bare addresses',
    resume: { basics: { profiles: ['github.com/mina'] } },
    document: { basics: { profiles: [{ url: 'https://github.com/mina' }] } },
    repaired: ['/basics/profiles/0', '/basics/profiles/0/url'],
  },
  {
    shape: 'a picture in the file itself',
    resume: { basics: { name: 'Mina', image: 'data:image/png;base64,AAAA' } },
    document: { basics: { name: 'Mina' } },
    unplaced: ['/basics/image url.forbidden-scheme'],
  },
  {
    shape: 'an address that is not finished',
    resume: { basics: { email: 'mina@', url: 'htp:/mina' } },
    document: { basics: { email: 'mina@', url: 'htp:/mina' } },
    warnings: ['/basics/url url.unfinished', '/basics/email email.unfinished'],
  },
  {
    shape: 'script in a link and in a text',
    resume: { basics: { url: 'javascript:alert(1)', summary: '<script>alert(1)</script>' } },
    document: { basics: { summary: '<script>alert(1)</script>' } },
    unplaced: ['/basics/url url.forbidden-scheme'],
  },
  {
    shape: 'unknown fields of other programs',
    resume: { basics: { name: 'Mina', pronouns: 'she' }, 'x-theme': { color: 'red' }, meta: { theme: 'even' } },
    document: { basics: { name: 'Mina', pronouns: 'she' }, 'x-theme': { color: 'red' }, meta: { theme: 'even' } },
  },
  {
    shape: 'text for the whole of meta',
    resume: { ...work({ name: 'Acme' }), meta: 'v1' },
    document: work({ name: 'Acme' }),
    unplaced: ['/meta type.expected-object'],
  },
];

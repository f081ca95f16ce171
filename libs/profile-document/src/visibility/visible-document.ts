import { asRecord } from '../schema/pointer';
import {
  type Basics,
  type CanarMeta,
  type CustomSection,
  type ProfileDocument,
  type ProfileLink,
  shapes,
} from '../schema/schema';
import { sectionKeys } from '../sections/sections';

/** The contact details that a publication can hide; `address` is the street and the postal code. */
export const hideableFields = ['email', 'phone', 'address'] as const;

/** One of the contact details that a publication can hide. */
export type HideableField = (typeof hideableFields)[number];

/** The contact details that a new publication hides by default. */
export const hiddenByDefault: readonly HideableField[] = ['phone', 'address'];

type Part = keyof typeof shapes;

/** The fields that templates know; the same object where there are no others. */
function known<T extends object>(part: Part, value: T): T {
  const isKnown = (key: string) => Object.hasOwn(shapes[part], key);
  if (Object.keys(value).every(isKnown)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => isKnown(key))) as T;
}

/** The list that another one became; the same list where nothing in it changed, by which a preview knows what it need not draw. */
function unchanged<T>(before: T[], after: T[]): T[] {
  return before.length === after.length && before.every((item, index) => item === after[index]) ? before : after;
}

// The last digits identify a number with and without its country code.
const knownDigits = 8;
const digitsOf = (text: string) => text.replace(/%[0-9a-f]{2}/gi, '').replace(/\D/g, '');

/** Whether a link, or a name on another site, reveals a hidden contact detail: by its purpose, or by containing it. */
function revealsHidden(
  { email, phone }: Basics,
  hidden: ReadonlySet<HideableField>,
): (text: string | undefined) => boolean {
  const address = email?.trim().toLowerCase() ?? '';
  const digits = digitsOf(phone ?? '').slice(-knownDigits);
  return (text = '') => {
    const holdsAddress = address.includes('@') && text.replace(/%40/g, '@').toLowerCase().includes(address);
    const holdsNumber = digits.length === knownDigits && digitsOf(text).includes(digits);
    return (
      (hidden.has('email') && (holdsAddress || /^\s*mailto:/i.test(text))) ||
      (hidden.has('phone') && (holdsNumber || /^\s*(tel|sms|smsto|callto|whatsapp):/i.test(text)))
    );
  };
}

type LinkTest = (link: ProfileLink, index: number) => boolean;

function visibleBasics(basics: Basics, hidden: ReadonlySet<HideableField>, showsLink: LinkTest): Basics {
  const { email, phone, location, profiles, url, ...rest } = known('basics', basics);
  const reveals = revealsHidden(basics, hidden);
  const { address, postalCode, ...place } = location ? known('location', location) : {};
  const shown = {
    email: hidden.has('email') ? undefined : email,
    phone: hidden.has('phone') ? undefined : phone,
    url: reveals(url) ? undefined : url,
    location: location && (hidden.has('address') ? place : { address, postalCode, ...place }),
    profiles: profiles?.filter(showsLink).map((link) => known('profiles', link)),
  };
  return { ...rest, ...withoutUndefined(shown) };
}

function withoutUndefined<T extends object>(record: T): T {
  const visible = Object.entries(record).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [[key, asRecord(value) ? withoutUndefined(value as object) : value]];
  });
  return Object.fromEntries(visible) as T;
}

/** Which items of which sections the owner hides. */
class Visibility {
  private readonly items: ReadonlySet<string>;
  private readonly keys: ReadonlySet<string>;

  constructor(private readonly canar: CanarMeta | undefined) {
    this.items = new Set(canar?.hidden ?? []);
    this.keys = new Set((canar?.sections ?? []).filter((entry) => entry.hidden).map((entry) => entry.key));
  }

  section(key: string): boolean {
    return !this.keys.has(key);
  }

  item(key: string, index: number): boolean {
    const id = this.canar?.ids?.[key]?.[index];
    return id === undefined || !this.items.has(id);
  }

  list<T extends object>(key: string, part: Part, items: T[]): T[] {
    const shown = items.filter((_, index) => this.item(key, index)).map((item) => known(part, item));
    return unchanged(items, shown);
  }

  custom(): CustomSection[] | undefined {
    return this.canar?.custom
      ?.filter((section) => this.section(section.key))
      .map(({ key, title, items = [] }) => ({
        key,
        ...(title ? { title } : {}),
        items: this.list(key, 'custom', items),
      }));
  }

  /** The ids of the items that are shown, in their order; links are judged by what they say too. */
  ids(document: ProfileDocument, showsLink: LinkTest): NonNullable<CanarMeta['ids']> {
    const shown = Object.entries(this.canar?.ids ?? {}).filter(([key]) => this.section(key));
    const links = document.basics?.profiles ?? [];
    return Object.fromEntries(
      shown.map(([key, ids]) => {
        if (key !== 'profiles')
          return [
            key,
            unchanged(
              ids,
              ids.filter((_, index) => this.item(key, index)),
            ),
          ];
        return [key, ids.filter((_, index) => links[index] && showsLink(links[index], index))];
      }),
    );
  }

  settings(): CanarMeta {
    const { sections, design, locale } = this.canar ?? {};
    const shown = sections
      ?.filter((entry) => !entry.hidden)
      .map(({ key, title }) => ({ key, ...(title ? { title } : {}) }));
    return withoutUndefined({ sections: shown, custom: this.custom(), design, locale });
  }
}

/** How a document is made visible. */
interface VisibleOptions {
  hiddenFields: readonly HideableField[];
  /** keeps the ids of the items that are shown, for an editor that has to know which item a line comes from; never for visitors */
  keepIds?: boolean;
}

/**
 * What a visitor may see, as a document of its own: without hidden sections and items, without the contact details that the
 * publication keeps back (links of the same kind included), and without fields that no template shows, because the owner cannot see
 * what those would give away. A hidden `basics` leaves the name. Ids go too.
 */
export function visibleDocument(
  document: ProfileDocument,
  { hiddenFields, keepIds = false }: VisibleOptions,
): ProfileDocument {
  const visibility = new Visibility(document.meta?.canar);
  const hidden = new Set(hiddenFields);
  const reveals = revealsHidden(document.basics ?? {}, hidden);
  const showsLink: LinkTest = ({ url, username }, index) =>
    visibility.item('profiles', index) && !reveals(url) && !reveals(username);
  const { name } = document.basics ?? {};
  const shown: ProfileDocument = {};
  if (document.$schema !== undefined) shown.$schema = document.$schema;
  if (document.basics && visibility.section('basics')) shown.basics = visibleBasics(document.basics, hidden, showsLink);
  else if (name !== undefined) shown.basics = { name };
  for (const key of sectionKeys) {
    const items = document[key];
    if (items && visibility.section(key)) Object.assign(shown, { [key]: visibility.list(key, key, items) });
  }
  const ids = keepIds ? visibility.ids(document, showsLink) : undefined;
  const canar = { ...visibility.settings(), ...(ids ? { ids } : {}) };
  const meta = withoutUndefined({ ...known('meta', document.meta ?? {}), canar });
  if (Object.keys(meta.canar).length === 0) Reflect.deleteProperty(meta, 'canar');
  return Object.keys(meta).length > 0 ? { ...shown, meta } : shown;
}

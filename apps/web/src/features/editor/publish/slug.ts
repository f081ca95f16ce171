/** Maximum length of a suggested slug. */
const MAX_LENGTH = 40;

/** An address made of a name: Latin letters, digits and single dashes; an empty string when nothing of the name can be used. */
export function suggestSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/** Whether an address can be asked for at all: 3 to 60 of a–z, 0–9 and single dashes, none at the ends. */
export function isSlug(slug: string): boolean {
  return slug.length >= 3 && slug.length <= 60 && /^[a-z0-9](?:-?[a-z0-9])*$/.test(slug);
}

/** Why a slug is not valid. */
export type SlugError = 'invalid' | 'reserved';

const pattern = /^[a-z0-9](-?[a-z0-9])*$/;
const minLength = 3;
const maxLength = 60;

/** Words that are other routes, or that would impersonate us. */
const reserved = new Set(
  `media sitemap robots favicon
   admin api assets static public index card qr
   canar support help about contact legal privacy terms security billing pricing
   login logout signin signup sign-in sign-up register account settings operator
   null undefined root system official www mail unlock new edit`.split(/\s+/),
);

/** The first error of a slug, or null. */
export function slugError(slug: string): SlugError | null {
  if (slug.length < minLength || slug.length > maxLength || !pattern.test(slug)) return 'invalid';
  return reserved.has(slug) ? 'reserved' : null;
}

/** A slug made of a name: Latin letters and digits of it, accents removed; null when none are left. */
export function slugOf(name: string): string | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  return slugError(slug) === null ? slug : null;
}

/** Slugs to offer when one is taken: the same with a number. */
export function alternatives(slug: string): string[] {
  const stem = slug.replace(/-\d+$/, '').slice(0, maxLength - 3);
  return Array.from({ length: 8 }, (_, index) => `${stem}-${index + 2}`);
}

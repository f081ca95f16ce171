/** Who may open a page: everyone, search engines too; whoever has the address; whoever knows the password. */
export const visibilities = ['public', 'unlisted', 'protected'] as const;

export type Visibility = (typeof visibilities)[number];

/** What a visitor asks for: a slug, and the token of a share link if the visitor came by one. */
export interface PageAddress {
  slug: string;
  token: string | null;
}

/** A way to a published profile, by its slug or by a share link, and the terms on which it opens. */
export interface Entrance {
  tenantId: string;
  profileId: string;
  /** The slug under which the profile stands now. */
  slug: string;
  /** Of the publication; it changes with everything that a visitor could see. */
  version: string;
  visibility: Visibility;
  /** The password asked for here: the publication's, or the link's own. */
  passwordHash: string | null;
  /** When this way closes. */
  expiresAt: Date | null;
  /** The share link, when this is one. */
  linkId: string | null;
  token: string | null;
}

/** Where the page stands; its other forms follow as `.pdf`, `.json`, `.md`, `.vcf` or as `/card.png` and the like. */
export function baseOf({ slug, token }: PageAddress): string {
  return token === null ? `/p/${slug}` : `/p/${slug}/s/${token}`;
}

/** Whether the time of an entrance is over. */
export function isOver({ expiresAt }: Entrance, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Whether what is shown here is for this visitor alone, so that nobody on the way may keep it. */
export function isPrivate({ visibility, linkId }: Entrance): boolean {
  return visibility === 'protected' || linkId !== null;
}

/** Who may keep what is shown here: a store on the way only what everybody may find, a browser what only it may see again. */
export function cachingOf(entrance: Entrance): string {
  if (isPrivate(entrance)) return 'private, no-store';
  return isListed(entrance) ? 'no-cache' : 'private, no-cache';
}

/** Whether search engines may list the page. */
export function isListed({ visibility, linkId }: Entrance): boolean {
  return visibility === 'public' && linkId === null;
}

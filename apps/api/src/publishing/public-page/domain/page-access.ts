import type { Visibility } from '../../domain/visibility';

/** A way to a published profile, by its slug or by a share link, and the terms on which it opens. */
export interface PageAccess {
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

/** Whether the time of an access is over. */
export function isExpired({ expiresAt }: PageAccess, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Whether what is shown here is for this visitor alone, so that nobody on the way may keep it. */
export function isPrivate({ visibility, linkId }: PageAccess): boolean {
  return visibility === 'protected' || linkId !== null;
}

/** Who may keep what is shown here: a store on the way only what everybody may find, a browser what only it may see again. */
export function cacheControlOf(access: PageAccess): string {
  if (isPrivate(access)) return 'private, no-store';
  return isListed(access) ? 'no-cache' : 'private, no-cache';
}

/** Whether search engines may list the page. */
export function isListed({ visibility, linkId }: PageAccess): boolean {
  return visibility === 'public' && linkId === null;
}

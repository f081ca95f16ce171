import type { Visibility } from '../../domain/visibility';
import type { ProfileId, ShareLinkId, TenantId } from '../../../platform/ids/ids';

/** Access to a published profile by its slug or by a share link, with its terms. */
export interface PageAccess {
  tenantId: TenantId;
  profileId: ProfileId;
  /** The current slug of the publication. */
  slug: string;
  /** Of the publication; it changes with everything that a visitor could see. */
  version: string;
  visibility: Visibility;
  /** The password asked for here: the publication's, or the link's own. */
  passwordHash: string | null;
  /** When the access expires. */
  expiresAt: Date | null;
  /** The share link, when this is one. */
  linkId: ShareLinkId | null;
  token: string | null;
}

/** Whether an access has expired. */
export function isExpired({ expiresAt }: PageAccess, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** Whether a response is for this visitor only, so that no cache may store it. */
export function isPrivate({ visibility, linkId }: PageAccess): boolean {
  return visibility === 'protected' || linkId !== null;
}

/** Cache policy: shared caches for public pages, the browser for unlisted ones, none otherwise. */
export function cacheControlOf(access: PageAccess): string {
  if (isPrivate(access)) return 'private, no-store';
  return isListed(access) ? 'no-cache' : 'private, no-cache';
}

/** Whether search engines may list the page. */
export function isListed({ visibility, linkId }: PageAccess): boolean {
  return visibility === 'public' && linkId === null;
}

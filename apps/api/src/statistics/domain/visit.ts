import type { ProfileId, SessionId, ShareLinkId, TenantId } from '../../platform/ids/ids';
/** What a visitor requests: the page, or a file to download. */
export const visitKinds = ['page', 'pdf', 'json', 'markdown', 'vcard', 'cv'] as const;
export type VisitKind = (typeof visitKinds)[number];
export type DownloadKind = Exclude<VisitKind, 'page'>;

/** The device of a visitor, by its User-Agent. */
export const devices = ['desktop', 'mobile', 'tablet', 'other'] as const;
export type Device = (typeof devices)[number];

/** The referrer of a view without one, as `publishing` reports it. */
export const direct = '';
/** The referrer that stands for all hosts that are not separated. */
export const otherHosts = '*';

/** One answer that counts. */
export interface Visit {
  tenantId: TenantId;
  profileId: ProfileId;
  /** In UTC: `2026-01-31`. */
  day: string;
  kind: VisitKind;
  device: Device;
  /** A host name, `direct` or `otherHosts`. */
  referrer: string;
  /** The share link by which the visitor came. */
  linkId: ShareLinkId | null;
  /** The session that the request carried: it may be the owner's. Only memory knows it. */
  sessionId: SessionId | null;
}

const extensions: Record<string, VisitKind> = {
  '': 'page',
  '.pdf': 'pdf',
  '.json': 'json',
  '.md': 'markdown',
  '.vcf': 'vcard',
};

/**
 * The kind of visit at an address below `/p/`; null for pictures, which are parts of a page.
 * @param route the route's pattern, such as `/p/:slug/cv.pdf`
 * @param name the last part of the address, where the pattern leaves it open
 */
export function kindOf(route: string, name: string | undefined): VisitKind | null {
  if (route.endsWith('/cv.pdf')) return 'cv';
  if (!route.endsWith('/:name') || name === undefined) return null;
  return extensions[/\.[a-z]+$/.exec(name)?.[0] ?? ''] ?? null;
}

const television = /\b(smart-?tv|googletv|apple ?tv|hbbtv|crkey|bravia|web0s|tizen.+tv)\b/i;
const tablet = /\b(ipad|tablet|kindle|silk|playbook)\b|android(?!.*mobile)/i;
const mobile = /\bmobi|iphone|ipod|windows phone/i;
const desktop = /windows nt|macintosh|x11|cros|linux/i;

/** The class of a device by its User-Agent. An iPad that asks for desktop pages says that it is a Mac. */
export function deviceOf(userAgent: string): Device {
  if (television.test(userAgent)) return 'other';
  if (tablet.test(userAgent)) return 'tablet';
  if (mobile.test(userAgent)) return 'mobile';
  return desktop.test(userAgent) ? 'desktop' : 'other';
}

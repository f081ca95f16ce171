import { download, request } from './http';
import type { ShareLink, ShareLinkBody, ShareLinkList } from './types';

/** The links of a profile that are not revoked, latest first. */
export async function fetchShareLinks(profileId: string): Promise<ShareLink[]> {
  return (await request<ShareLinkList>('GET', `/profiles/${profileId}/share-links`)).data.links;
}

/** Makes a link for one recipient. @throws ApiProblem publication.expiry-past, share-links.too-many */
export async function createShareLink(profileId: string, body: ShareLinkBody): Promise<ShareLink> {
  return (await request<ShareLink>('POST', `/profiles/${profileId}/share-links`, { body })).data;
}

/** Ends a link at once. */
export async function revokeShareLink(profileId: string, id: string): Promise<void> {
  await request('DELETE', `/profiles/${profileId}/share-links/${id}`);
}

/** The QR code of the page's address. */
export function downloadQrCode(profileId: string, form: 'svg' | 'png'): Promise<Blob> {
  return download(`/profiles/${profileId}/publication/qr.${form}`);
}

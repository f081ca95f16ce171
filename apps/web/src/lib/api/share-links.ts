import {
  deleteProfilesByIdShareLinksByLink,
  getProfilesByIdPublicationQrPng,
  getProfilesByIdPublicationQrSvg,
  getProfilesByIdShareLinks,
  postProfilesByIdShareLinks,
} from '@canar/api-client';
import { call } from './http';
import type { ShareLink, ShareLinkBody } from './types';

/** The links of a profile that are not revoked, latest first. */
export async function fetchShareLinks(id: string): Promise<ShareLink[]> {
  return (await call(getProfilesByIdShareLinks, { params: { path: { id } } })).data.links;
}

/** Creates a link for one recipient. @throws ApiProblem publication.expiry-past, share-links.too-many */
export async function createShareLink(id: string, body: ShareLinkBody): Promise<ShareLink> {
  return (await call(postProfilesByIdShareLinks, { params: { path: { id } }, body })).data;
}

/** Ends a link at once. */
export async function revokeShareLink(id: string, link: string): Promise<void> {
  await call(deleteProfilesByIdShareLinksByLink, { params: { path: { id, link } } });
}

const qrCodes = { svg: getProfilesByIdPublicationQrSvg, png: getProfilesByIdPublicationQrPng };

/** The QR code of the page's address. */
export async function downloadQrCode(id: string, format: 'svg' | 'png'): Promise<Blob> {
  return (await call(qrCodes[format], { params: { path: { id } }, parseAs: 'blob' })).data;
}

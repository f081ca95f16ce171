import { pagePath } from '../../domain/page-path';
import { cacheControlOf, type PageAccess, isListed, isExpired, isPrivate } from './page-access';
import { ProfileId, ShareLinkId, TenantId } from '../../../platform/ids/ids';

const access: PageAccess = {
  tenantId: TenantId('t'),
  profileId: ProfileId('p'),
  slug: 'mina',
  version: '1',
  visibility: 'public',
  passwordHash: null,
  expiresAt: null,
  linkId: null,
  token: null,
};
const link = { linkId: ShareLinkId('l'), token: 'abc' };

describe('access to a page', () => {
  it('expires access exactly at expiresAt', () => {
    const expiresAt = new Date('2026-01-15T10:00:00Z');
    expect(isExpired({ ...access, expiresAt }, new Date('2026-01-15T09:59:59.999Z'))).toBe(false);
    expect(isExpired({ ...access, expiresAt }, expiresAt)).toBe(true);
    expect(isExpired(access, expiresAt)).toBe(false);
  });

  it('lists public pages only; protected pages and links are private', () => {
    const kinds = (['public', 'unlisted', 'protected'] as const).flatMap((visibility) => [
      { ...access, visibility },
      { ...access, visibility, ...link },
    ]);
    expect(kinds.map(isListed)).toEqual([true, false, false, false, false, false]);
    expect(kinds.map(isPrivate)).toEqual([false, true, false, true, true, true]);
  });

  it('lets shared caches store public pages only, and no cache private ones', () => {
    expect(cacheControlOf(access)).toBe('no-cache');
    expect(cacheControlOf({ ...access, visibility: 'unlisted' })).toBe('private, no-cache');
    expect(cacheControlOf({ ...access, visibility: 'protected' })).toBe('private, no-store');
    expect(cacheControlOf({ ...access, ...link })).toBe('private, no-store');
  });

  it('puts a page under its slug, a share link below it', () => {
    expect(pagePath(access)).toBe('/p/mina');
    expect(pagePath({ ...access, ...link })).toBe('/p/mina/s/abc');
  });
});

import { baseOf, cachingOf, type Entrance, isListed, isOver, isPrivate } from './entrance';

const entrance: Entrance = {
  tenantId: 't',
  profileId: 'p',
  slug: 'mina',
  version: '1',
  visibility: 'public',
  passwordHash: null,
  expiresAt: null,
  linkId: null,
  token: null,
};
const link = { linkId: 'l', token: 'abc' };

describe('an entrance', () => {
  it('is over from the instant on which it expires', () => {
    const expiresAt = new Date('2026-01-15T10:00:00Z');
    expect(isOver({ ...entrance, expiresAt }, new Date('2026-01-15T09:59:59.999Z'))).toBe(false);
    expect(isOver({ ...entrance, expiresAt }, expiresAt)).toBe(true);
    expect(isOver(entrance, expiresAt)).toBe(false);
  });

  it('is listed when it is public and no link, and private when it is protected or a link', () => {
    const kinds = (['public', 'unlisted', 'protected'] as const).flatMap((visibility) => [
      { ...entrance, visibility },
      { ...entrance, visibility, ...link },
    ]);
    expect(kinds.map(isListed)).toEqual([true, false, false, false, false, false]);
    expect(kinds.map(isPrivate)).toEqual([false, true, false, true, true, true]);
  });

  it('is kept by stores on the way only when everybody may find it, and by nobody when it is private', () => {
    expect(cachingOf(entrance)).toBe('no-cache');
    expect(cachingOf({ ...entrance, visibility: 'unlisted' })).toBe('private, no-cache');
    expect(cachingOf({ ...entrance, visibility: 'protected' })).toBe('private, no-store');
    expect(cachingOf({ ...entrance, ...link })).toBe('private, no-store');
  });

  it('stands under the slug, a link below it', () => {
    expect(baseOf(entrance)).toBe('/p/mina');
    expect(baseOf({ ...entrance, ...link })).toBe('/p/mina/s/abc');
  });
});

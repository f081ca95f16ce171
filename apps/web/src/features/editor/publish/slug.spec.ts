import * as fc from 'fast-check';
import { isSlug, suggestSlug } from './slug';

describe('suggestSlug', () => {
  it.each([
    ['Meenakshi Iyer', 'meenakshi-iyer'],
    ['Dr. Léna  Vásquez', 'dr-lena-vasquez'],
    ['  --A. P. J.--  ', 'a-p-j'],
    ['मीनाक्षी', ''],
    ['मीनाक्षी Iyer', 'iyer'],
  ])('suggests for the name %s the address %s', (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });

  it('suggests a valid address or one that is too short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = suggestSlug(name);
        expect(slug.length < 3 || isSlug(slug)).toBe(true);
      }),
    );
  });
});

describe('isSlug', () => {
  it.each(['abc', 'a-b', 'meenakshi-iyer-2', 'a'.repeat(60)])('accepts the address %s', (slug) =>
    expect(isSlug(slug)).toBe(true),
  );
  it.each(['', 'ab', '-abc', 'abc-', 'a--b', 'Abc', 'a b', 'a.b', 'a'.repeat(61)])('rejects the address %s', (slug) =>
    expect(isSlug(slug)).toBe(false),
  );
});

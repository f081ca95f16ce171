import fc from 'fast-check';
import { alternatives, slugError, slugOf } from './slug';

describe('slugFault', () => {
  it.each(['meenakshi-iyer', 'abc', 'a1b', 'x'.repeat(60)])('accepts %s', (slug) => {
    expect(slugError(slug)).toBeNull();
  });

  it.each(['ab', 'x'.repeat(61), 'Abc', 'a--b', '-abc', 'abc-', 'a_b', 'a b', 'मीनाक्षी', '', 'a.pdf'])(
    'refuses %s',
    (slug) => {
      expect(slugError(slug)).toBe('invalid');
    },
  );

  it('keeps the words that lead elsewhere', () => {
    expect(['media', 'sitemap', 'canar', 'api'].map(slugError)).toEqual(Array(4).fill('reserved'));
  });
});

describe('slugOf', () => {
  it('makes a slug of a name with accents', () => {
    expect(slugOf('  José Ñuñez-O’Brien ')).toBe('jose-nunez-o-brien');
  });

  it('has none for a name without Latin letters', () => {
    expect(slugOf('मीनाक्षी अय्यर')).toBeNull();
  });

  it('gives a usable slug or none, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const slug = slugOf(name);
        if (slug !== null) expect([slug, ...alternatives(slug)].map(slugError)).toEqual(Array(9).fill(null));
      }),
    );
  });
});

import * as fc from 'fast-check';
import { safeNext } from './safe-next';

const origin = 'https://canar.example';

/** Paths of pieces that URL parsers treat in their own ways, so that hostile ones are frequent. */
const crafted = fc
  .array(
    fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2E%2e',
      '\\',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      '\u0000',
      'x',
      'evil.example',
      'javascript:',
      'https:',
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

describe('safeNext', () => {
  it.each(['/credits/', '/edit/?profile=1', '/hi/plans/?plan=basic#top', '/profiles/?next=//x'])(
    'returns the path %s',
    (path) => {
      expect(safeNext(path, '/profiles/')).toBe(path);
    },
  );

  it('returns the normalized form of a path with dot segments', () => {
    expect(safeNext('/credits/../edit/./?profile=1', '/profiles/')).toBe('/edit/?profile=1');
  });

  it.each([
    null,
    '',
    'credits',
    'https://evil.example/',
    '//evil.example/',
    '//',
    '///',
    '//:',
    '/.//evil.example/',
    '/x/..//evil.example/',
    '/%2e//evil.example/',
    '/x/%2e%2e//evil.example/',
    '/\\evil.example/',
    '\\/evil.example',
    '/x\\..\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/..//evil',
    '/\u0000/evil.example',
    '/\u007f/evil.example',
    '/\u0085/evil.example',
  ])('returns the fallback for %j', (path) => {
    expect(safeNext(path, '/profiles/')).toBe('/profiles/');
  });

  it('returns a path that leads to its own origin, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(crafted, fc.string()), fc.boolean(), (text, asPath) => {
        const path = safeNext(asPath ? `/${text}` : text, '/profiles/');
        expect(path).toMatch(/^\/(?!\/)/);
        expect(new URL(path, origin).origin).toBe(origin);
      }),
      { numRuns: 1_000 },
    );
  });
});

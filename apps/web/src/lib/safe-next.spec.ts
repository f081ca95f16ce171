import { safeNext } from './safe-next';

describe('safeNext', () => {
  it.each(['/credits/', '/edit/?profile=1', '/hi/plans/?plan=basic#top'])('goes on to %s', (path) => {
    expect(safeNext(path, '/profiles/')).toBe(path);
  });

  it.each([
    null,
    '',
    'credits',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\/evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0a/..//evil'.replace('%0a', '\n'),
  ])('does not go to %s', (path) => {
    expect(safeNext(path, '/profiles/')).toBe('/profiles/');
  });
});

import { readable } from './readable';

it('describes a value by its texts', () => {
  expect(readable('Dev')).toBe('Dev');
  expect(readable(['one', 'two'])).toBe('one\ntwo');
  expect(readable({ name: 'Acme', position: 'Dev', url: '' })).toBe('Acme · Dev');
  expect([readable(''), readable([]), readable({}), readable(undefined)]).toEqual(['—', '—', '—', '—']);
});

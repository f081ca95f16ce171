import fc from 'fast-check';
import { hasForbiddenScheme, mailHref, safeHref, telHref } from './safe-href';

describe('safeHref', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTP://Example.com/a b', 'http://example.com/a%20b'],
    [' https://example.com/ü?q=1#x ', 'https://example.com/%C3%BC?q=1#x'],
    ['github.com/mina', 'https://github.com/mina'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['//example.com/x', 'https://example.com/x'],
    ['भारत.भारत', 'https://xn--h2brj9c.xn--h2brj9c/'],
    ['mailto:mina@example.com', 'mailto:mina@example.com'],
    ['tel:+91 98765 43210', 'tel:+919876543210'],
  ])('links %j to %j', (typed, href) => {
    expect(safeHref(typed)).toBe(href);
  });

  it.each([
    '',
    '   ',
    'mina',
    'http://',
    'http:/example.com',
    'https:example.com',
    '/etc',
    '../x',
    '#top',
    'mailto:',
    'mailto:mina',
    'tel:abc',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'ftp://example.com',
    'ws://example.com',
    'view-source:https://example.com',
    'intent://x#Intent;end',
    'localhost:3000',
    'https://google.com@evil.example/',
    'https://user:pw@evil.example/',
    'https://a.example/\u0000',
    'https://a.example/\nb',
    'mina@example.com',
  ])('returns no link for %j', (typed) => {
    expect(safeHref(typed)).toBeNull();
  });

  it('returns only links of four schemes, for any text', () => {
    const part = fc.constantFrom(
      'java',
      'script',
      ':',
      '/',
      '//',
      '\t',
      '\u0001',
      ' ',
      'https',
      'data',
      '@',
      'a.b',
      '%',
      '\\',
      'JS',
      '&#58;',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (typed) => {
          const href = safeHref(typed);
          expect(href === null || /^(?:https?:\/\/|mailto:|tel:)/.test(href)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('returns null for undefined and null', () => {
    expect([safeHref(undefined), safeHref(null)]).toEqual([null, null]);
  });

  it('takes time linear in the length of the text', () => {
    const repeated = ['a.', 'a-', 'a@'].map((text) => text.repeat(50_000));
    const hostile = [...repeated, `mailto:${'a@'.repeat(50_000)}`, `tel:${' ext'.repeat(25_000)}`];
    expect(hostile.map(safeHref)).toEqual(hostile.map(() => null));
  });
});

describe('the links of basics', () => {
  it('links phone numbers in any common notation', () => {
    expect(telHref('(415) 555-0117')).toBe('tel:4155550117');
    expect(telHref('+91 98765‑43210')).toBe('tel:+919876543210');
    expect(telHref('+1 415 555 0117 ext. 23')).toBe('tel:+14155550117;ext=23');
    expect([telHref('call me'), telHref(''), telHref(undefined), telHref('12')]).toEqual([null, null, null, null]);
  });

  it('links complete e-mail addresses only', () => {
    expect(mailHref(' mina@example.com ')).toBe('mailto:mina@example.com');
    expect([mailHref('mina@'), mailHref('a@b.c?bcc=x'), mailHref(undefined)]).toEqual([null, null, null]);
  });
});

describe('hasForbiddenScheme', () => {
  it('finds no forbidden scheme in addresses and words', () => {
    expect(
      ['https://example.com', 'database', 'javascript', 'filed: a', 'data.example.com'].some(hasForbiddenScheme),
    ).toBe(false);
  });
});

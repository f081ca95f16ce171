import * as fc from 'fast-check';

import { importJsonResume } from './import-json-resume';
import { plainTextOf, withoutBullet } from './plain-text';

const text = (typed: string): string => plainTextOf(typed)?.text ?? typed;

it.each([
  ['<p>Built <strong>three</strong> lines.</p>', 'Built three lines.'],
  ['Tom &amp; Jerry, it&#39;s &quot;so&quot;&nbsp;&ndash; caf&eacute;', 'Tom & Jerry, it\'s "so" – café'],
  ['&lt;p&gt;escaped twice&lt;/p&gt;', 'escaped twice'],
  ['first<br>second<br/>third', 'first\nsecond\nthird'],
  ['<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['Did:<ul><li>this</li><li>that</li></ul>', 'Did:\n• this\n• that'],
  ['<ul><li><p>this</p></li><li><p>that</p></li></ul>', '• this\n• that'],
  ['<div class="x" style="color:red">styled</div>', 'styled'],
  ['see <a href="https://example.org/x">my page</a>', 'see my page (https://example.org/x)'],
  ['see <a href="https://example.org">example.org</a>', 'see example.org'],
  ['<a href="javascript:alert(1)">bad</a>', 'bad'],
  ['<!-- note -->shown', 'shown'],
  ['**Bold** start, _italic_, `code` and ~~gone~~', 'Bold start, italic, code and gone'],
  [
    'a [link](https://example.org/a_b) and ![picture](https://example.org/p.png)',
    'a link (https://example.org/a_b) and picture (https://example.org/p.png)',
  ],
  ['[https://example.org](https://example.org)', 'https://example.org'],
  ['## Results\nGrew **12%**.', 'Results\nGrew 12%.'],
])('converts %j to plain text', (typed, plain) => {
  expect(text(typed)).toBe(plain);
});

it.each([
  'R&D <lead>',
  'a < b && c > d',
  '5 * 3 * 2',
  'F* and C# and C++',
  '#hashtag $price_1 @user ~tilde^ \\backslash {brace} [bracket] *lone',
  'C:\\temp\\new_folder and a_b_c',
  'snake_case_name and __init__.py',
  'AT&T &copy 2019 &unknown;',
  '[1] a footnote',
  'x -> y <- z',
])('leaves the sign in %j unchanged', (typed) => {
  expect(text(typed)).toBe(typed);
});

it.each([
  ['• dot', 'dot'],
  ['* star', 'star'],
  ['- dash', 'dash'],
  ['➢ arrow', 'arrow'],
  ['-5 °C storage', '-5 °C storage'],
  ['*footnote', '*footnote'],
  ['•', '•'],
])('reads the entry %j without its bullet', (typed, entry) => {
  expect(withoutBullet(typed)).toBe(entry);
});

it('leaves no tag of a résumé in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>/&;*_`[]() \nabpli#1-•'), maxLength: 60 }), (typed) => {
      expect(text(typed)).not.toMatch(/<\/?(?:p|b|i|li|a)>/);
    }),
  );
});

it('turns a list in a summary into highlights and reports every change of an import', () => {
  const summary = '<p>Built <b>three</b> lines.</p><ul><li>Cut cost</li><li>Kept C++ &amp; C#</li></ul>';
  const work = [{ name: 'A &amp; B', summary, highlights: ['• first', '<b>second</b>', 'third'] }];
  const { document, repaired } = importJsonResume({ basics: { summary: '**Hi**' }, work });
  expect(document.basics?.summary).toBe('Hi');
  expect(document.work).toEqual([
    {
      name: 'A & B',
      summary: 'Built three lines.',
      highlights: ['Cut cost', 'Kept C++ & C#', 'first', 'second', 'third'],
    },
  ]);
  expect(repaired.map(({ pointer }) => pointer)).toEqual([
    '/basics/summary',
    '/work/0/highlights/0',
    '/work/0/highlights/1',
    '/work/0/name',
    '/work/0/summary',
  ]);
});

it('leaves the texts of our own documents unchanged', () => {
  const resume = { work: [{ summary: '**Bold** &amp; <b>' }], meta: { canar: { schema: 2 } } };
  expect(importJsonResume(resume)).toEqual({ document: resume, repaired: [], unplaced: [] });
});

import { fileNameOf } from './send-file';

describe('fileNameOf', () => {
  it.each([
    ['../../x.json', '__.._x.json'],
    ['C:\\temp\\x.pdf', 'C__temp_x.pdf'],
    ['a\r\nb"c.pdf', 'a__b_c.pdf'],
    ['.bashrc', '_bashrc'],
    ['half \ud800.pdf', 'half _.pdf'],
    ['Résumé – 履歴書.pdf', 'Résumé – 履歴書.pdf'],
  ])('removes the path from the file name %j', (title, name) => {
    expect(fileNameOf(title)).toBe(name);
  });
});

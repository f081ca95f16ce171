import { designOf } from './design';
import { parseDocument } from '../parse/parse-document';

const withDesign = (design: Record<string, string>) => ({ meta: { canar: { design } } });

describe('the design of a document', () => {
  it('has every choice made where the document says nothing', () => {
    const plain = { font: 'template', spacing: 'normal', columns: 'template', photo: 'square', paper: 'a4' };
    expect(designOf({})).toEqual(plain);
    expect(designOf(withDesign({ font: 'comic', paper: 'a0', accent: 'red' }))).toEqual(plain);
  });

  it('is what the document says', () => {
    const said = {
      template: 'modern',
      font: 'serif-sans',
      spacing: 'airy',
      columns: 'two',
      photo: 'round',
      paper: 'letter',
    };
    expect(designOf(withDesign({ ...said, accent: ' #1E6B52 ' }))).toEqual({ ...said, accent: '#1e6b52' });
  });

  it('may hold words of a later version, which are kept', () => {
    expect(parseDocument(withDesign({ font: 'comic', grid: 'wide' }))).toMatchObject({ ok: true });
  });
});

import { designOf } from './design';
import { parseDocument } from '../parse/parse-document';

const withDesign = (design: Record<string, string>) => ({ meta: { canar: { design } } });

describe('the design of a document', () => {
  it('uses the default of every design setting that is absent', () => {
    const plain = { font: 'template', spacing: 'normal', columns: 'template', photo: 'template', paper: 'a4' };
    expect(designOf({})).toEqual(plain);
    expect(designOf(withDesign({ font: 'comic', paper: 'a0', accent: 'red' }))).toEqual(plain);
  });

  it('reads design settings from the document', () => {
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

  it('preserves design values of a later version and uses the default', () => {
    expect(parseDocument(withDesign({ font: 'comic', grid: 'wide' }))).toMatchObject({ ok: true });
  });
});

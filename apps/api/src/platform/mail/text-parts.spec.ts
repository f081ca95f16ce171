import fc from 'fast-check';
import { textParts } from './text-parts';

describe('textParts', () => {
  it('finds addresses and leaves the punctuation around them alone', () => {
    const links = textParts('Open https://canar.example/verify?t=a_b-c. Or (http://localhost:3000/x)!')
      .map((part) => part.href)
      .filter(Boolean);
    expect(links).toEqual(['https://canar.example/verify?t=a_b-c', 'http://localhost:3000/x']);
  });

  it('links nothing but http and https', () => {
    expect(textParts('javascript:alert(1) data:text/html,x file:///etc')).toEqual([
      { text: 'javascript:alert(1) data:text/html,x file:///etc' },
    ]);
  });

  it('loses no character of the text', () => {
    const texts = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('https://a.b/c', 'http://', ' ', '.', '"', '<')))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(
        texts,
        (text) =>
          textParts(text)
            .map((part) => part.text)
            .join('') === text,
      ),
    );
  });
});

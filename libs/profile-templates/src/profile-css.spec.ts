import { profileCss } from './profile-css';
import { contrast, parseHex, visibleOn } from './styles/colour';
import { drawnTemplate, templates } from './templates';

/** Selectors of a style sheet without nesting at-rules' own preludes. */
function selectors(css: string): string[] {
  return [...css.matchAll(/(?:^|[{}])([^{}@]+)\{/g)].flatMap((match) => (match[1] ?? '').split(/,(?![^(]*\))/));
}

describe.each(templates.map((template) => template.id))('the styles of %s', (id) => {
  it('styles nothing outside the article', () => {
    const foreign = selectors(profileCss(id)).filter(
      (selector) => !/^(?:\[data-theme=(?:light|dark)\] )?\.cv/.test(selector.trim()),
    );
    expect(foreign).toEqual([]);
  });

  it('renders small styles that cannot end a style element', () => {
    const css = profileCss(id, { accent: '#0b6e99' });
    expect(css.length).toBeLessThan(9_000);
    expect(css).not.toContain('<');
  });

  it('sets the photo beside the name, in the form that the document chooses', () => {
    const formOf = (photo?: string) =>
      /\.cv-photo\{border-radius:([^;}]+)\}(?!.*cv-photo\{border-radius)/.exec(profileCss(id, { photo }))?.[1];
    expect(profileCss(id)).not.toMatch(/cv-photo\{[^}]*margin-top/);
    expect([formOf('square'), formOf('round')]).toEqual(['0', '50%']);
  });

  it('keeps text at a contrast of 4.5:1 in light and dark', () => {
    const { style } = drawnTemplate(id);
    for (const { paper, ink, muted } of [style.light, style.dark]) {
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
      expect(contrast(muted, paper)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('uses a readable form of the accent and ignores invalid colours', () => {
    expect(profileCss(id, { accent: ' #F0F ' })).toContain('--cv-accent:#f0f;');
    expect(profileCss(id, { accent: 'red;}body{display:none' })).toBe(profileCss(id));
  });
});

describe('colours', () => {
  it('parses colours of three or six digits', () => {
    expect(parseHex('#1e6B52')).toEqual([30, 107, 82]);
    expect(parseHex('#fff')).toEqual([255, 255, 255]);
    expect([undefined, '', 'red', '#12345', '#1234567', '#ggg'].map(parseHex)).toEqual(new Array(6).fill(null));
  });

  it.each(['#f6c445', '#ffffff', '#000000', '#808080', '#7c2d2a', '#00ff00'])(
    'makes a colour like %s visible in light and dark',
    (colour) => {
      for (const paper of ['#ffffff', '#fdfcf8', '#121316', '#16140f']) {
        expect(contrast(visibleOn(paper, colour, 4.5), paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(visibleOn(paper, colour, 3), paper)).toBeGreaterThanOrEqual(3);
      }
      expect(visibleOn('#ffffff', '#1e6b52', 4.5)).toBe('#1e6b52');
    },
  );

  it('computes contrast as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

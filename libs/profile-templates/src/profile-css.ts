import { drawnTemplate } from './templates';
import { baseCss, printCss } from './styles/base';
import { parseHex, visibleOn } from './styles/colour';
import type { Palette } from './styles/style';

/** What of `meta.canar.design` the styles follow. */
export interface Design {
  /** `#rgb` or `#rrggbb`; anything else counts as none */
  accent?: string;
}

function tokens(palette: Palette, accent: string, scheme: 'light' | 'dark'): string {
  const { paper, ink, muted, rule } = palette;
  const colours = `--cv-paper:${paper};--cv-ink:${ink};--cv-muted:${muted};--cv-rule:${rule};--cv-accent:${accent}`;
  const derived = `--cv-accent-text:${visibleOn(paper, accent, 4.5)};--cv-line:${visibleOn(paper, accent, 3)}`;
  return `{${colours};${derived};color-scheme:${scheme}}`;
}

/** White space that CSS does not need. */
function compact(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/**
 * The whole style sheet of a template, small enough to be inlined. Every selector begins with a class of ours, so it may be put
 * anywhere; sizes follow the width of the article, not of the window. Light or dark comes from the reader's preference, a
 * `data-theme` above the article, or one on it, the latter before the former. Paper is always light.
 */
export function profileCss(templateId: string, design: Design = {}): string {
  const { id, style } = drawnTemplate(templateId);
  const accent = parseHex(design.accent) ? (design.accent as string).trim().toLowerCase() : style.accent;
  const self = `.cv-is-${id}`;
  const light = tokens(style.light, accent, 'light');
  const dark = tokens(style.dark, accent, 'dark');
  const print = tokens({ ...style.light, paper: '#ffffff' }, accent, 'light');
  const colours = [
    `${self}${light}`,
    `@media (prefers-color-scheme:dark){${self}${dark}}`,
    `[data-theme=light] ${self}${light}`,
    `[data-theme=dark] ${self}${dark}`,
    `${self}[data-theme=light]${light}`,
    `${self}[data-theme=dark]${dark}`,
    `@media print{${self}${self}${self}${print}}`,
  ];
  return compact(`${colours.join('')}${baseCss}${style.css.replaceAll('&', self)}${printCss}`);
}

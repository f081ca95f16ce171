import { drawnTemplate } from './templates';
import { baseCss, printCss } from './styles/base';
import { contrast, parseHex, visibleOn } from './styles/colour';
import { stacks } from './styles/stacks';
import type { Palette } from './styles/style';

/** The settings of `meta.canar.design` that affect the styles. */
export interface Design {
  /** `#rgb` or `#rrggbb`; anything else counts as none */
  accent?: string;
  font?: string;
  spacing?: string;
  photo?: string;
}

const { book, grotesk } = stacks;
const fonts: Record<string, { titles: string; text: string }> = {
  serif: { titles: book, text: book },
  sans: { titles: grotesk, text: grotesk },
  'serif-sans': { titles: book, text: grotesk },
  'sans-serif': { titles: grotesk, text: book },
};
const spaces: Record<string, { line: number; section: string; item: string }> = {
  compact: { line: 1.4, section: '1.1em', item: '.7em' },
  airy: { line: 1.72, section: '3em', item: '2em' },
};

/** The rules that a document's own settings add to a template's. */
function settings(self: string, { font = '', spacing = '', photo }: Design): string {
  const chosen = Object.hasOwn(fonts, font) ? fonts[font] : undefined;
  const space = Object.hasOwn(spaces, spacing) ? spaces[spacing] : undefined;
  const rules = [
    chosen && `${self}.cv{font-family:${chosen.text}}${self} :is(.cv-name,.cv-heading){font-family:${chosen.titles}}`,
    space && `${self}.cv{line-height:${space.line}}${self} .cv-section{margin-top:${space.section}}`,
    space && `${self} .cv-list:not(.cv-list-terms)>li+li{margin-top:${space.item}}`,
    photo === 'round' && `${self} .cv-photo{border-radius:50%}`,
    photo === 'square' && `${self} .cv-photo{border-radius:0}`,
  ];
  return rules.filter(Boolean).join('');
}

function tokens(palette: Palette, accent: string, scheme: 'light' | 'dark'): string {
  const { paper, ink, muted, rule } = palette;
  const colours = `--cv-paper:${paper};--cv-ink:${ink};--cv-muted:${muted};--cv-rule:${rule};--cv-accent:${accent}`;
  const on = contrast('#17181c', accent) >= contrast('#ffffff', accent) ? '#17181c' : '#ffffff';
  const derived = `--cv-on-accent:${on};--cv-accent-text:${visibleOn(paper, accent, 4.5)};--cv-line:${visibleOn(paper, accent, 3)}`;
  return `{${colours};${derived};color-scheme:${scheme}}`;
}

/** Optional white space of CSS. */
function compact(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/**
 * The whole style sheet of a template, small enough to be inlined. Every selector begins with our own class, so it can be
 * inserted anywhere; sizes depend on the width of the article, not of the window. Light or dark is decided by a `data-theme` on
 * the article, else by one above it, else by the reader's preference. Print is always light.
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
  return compact(`${colours.join('')}${baseCss}${style.css.replaceAll('&', self)}${settings(self, design)}${printCss}`);
}

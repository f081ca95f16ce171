import type { DesignSettings } from '@canar/profile-document';
import { accentInks } from './accent';

/** Included families, each in regular and semibold; those for text also in italics. */
type Family =
  'Source Serif 4' | 'Source Sans 3' | 'EB Garamond' | 'IBM Plex Sans' | 'IBM Plex Mono' | 'Fraunces' | 'Figtree';

/** A template's tokens: its layouts of `typst/`, and their fonts, sizes and spaces. Lengths in points, margins in millimetres. */
export interface LookTokens {
  /** How the page begins. */
  readonly head: 'centred' | 'hanging' | 'row' | 'plain' | 'band' | 'ruled';
  /** How sections are separated. */
  readonly heading: 'hairline' | 'bar' | 'trailing' | 'above' | 'tab' | 'between' | 'square' | 'plain';
  /** The position of dates: at the outer edge of a title's line, or in a separate column in the margin. */
  readonly dates: 'edge' | 'margin';
  /** Skills as running lines, or in two columns of name and words. */
  readonly terms: 'lines' | 'table';
  /** Whether short sections are beside the long ones. */
  readonly columns: 1 | 2;
  readonly titles: Family;
  readonly text: Family;
  readonly marks: Family;
  readonly numbers: 'lining' | 'old-style';
  readonly name: { readonly size: number; readonly weight: 'regular' | 'semibold' | 'bold' };
  readonly section: {
    readonly size: number;
    readonly weight: 'regular' | 'semibold' | 'bold';
    readonly italic: boolean;
  };
  readonly size: number;
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number };
  /** The form of the photo. */
  readonly photo: 'square' | 'rounded' | 'round';
  readonly accent: string;
  readonly gap: { readonly section: number; readonly entry: number; readonly term: number };
}

const serif = { titles: 'Source Serif 4', text: 'Source Serif 4', marks: 'Source Serif 4' } as const;
const sans = { titles: 'Source Sans 3', text: 'Source Sans 3', marks: 'Source Sans 3' } as const;
const plain = { columns: 1, dates: 'edge', terms: 'lines', numbers: 'lining', photo: 'square' } as const;

/** The templates of PDFs. They differ only in these tokens. */
export const looks = {
  classic: {
    ...plain,
    ...serif,
    head: 'centred',
    heading: 'hairline',
    numbers: 'old-style',
    photo: 'round',
    size: 10,
    accent: '#7c2d2a',
    name: { size: 27, weight: 'regular' },
    section: { size: 13.5, weight: 'regular', italic: true },
    margin: { x: 23, top: 19, bottom: 20 },
    gap: { section: 19, entry: 13.5, term: 7.2 },
  },
  modern: {
    ...plain,
    ...sans,
    head: 'hanging',
    heading: 'bar',
    dates: 'margin',
    terms: 'table',
    size: 10,
    accent: '#f6c445',
    name: { size: 30, weight: 'bold' },
    section: { size: 13.5, weight: 'bold', italic: false },
    margin: { x: 16, top: 18, bottom: 19 },
    gap: { section: 20, entry: 14, term: 8 },
  },
  compact: {
    ...plain,
    ...sans,
    head: 'row',
    heading: 'trailing',
    size: 9.5,
    accent: '#1f5f8b',
    name: { size: 20, weight: 'bold' },
    section: { size: 10.5, weight: 'bold', italic: false },
    margin: { x: 15, top: 14, bottom: 15 },
    gap: { section: 12.5, entry: 9.5, term: 5.6 },
  },
  academic: {
    ...plain,
    head: 'plain',
    heading: 'above',
    dates: 'margin',
    numbers: 'old-style',
    size: 11,
    accent: '#17181c',
    titles: 'EB Garamond',
    text: 'EB Garamond',
    marks: 'EB Garamond',
    name: { size: 25, weight: 'regular' },
    section: { size: 13, weight: 'semibold', italic: false },
    margin: { x: 22, top: 21, bottom: 21 },
    gap: { section: 22, entry: 14.5, term: 7.2 },
  },
  creative: {
    ...plain,
    head: 'band',
    heading: 'plain',
    columns: 2,
    size: 9.8,
    accent: '#e2725b',
    titles: 'Fraunces',
    text: 'Figtree',
    marks: 'Figtree',
    name: { size: 36, weight: 'semibold' },
    section: { size: 15, weight: 'semibold', italic: false },
    margin: { x: 17, top: 17, bottom: 18 },
    gap: { section: 20, entry: 14, term: 8 },
  },
  executive: {
    ...plain,
    head: 'ruled',
    heading: 'between',
    size: 10.2,
    accent: '#1f3a5f',
    titles: 'Source Serif 4',
    text: 'Source Sans 3',
    marks: 'Source Sans 3',
    name: { size: 29, weight: 'semibold' },
    section: { size: 12, weight: 'semibold', italic: false },
    margin: { x: 21, top: 18, bottom: 19 },
    gap: { section: 20, entry: 13, term: 6 },
  },
  engineer: {
    ...plain,
    head: 'plain',
    heading: 'square',
    terms: 'table',
    size: 9.5,
    accent: '#0f766e',
    titles: 'IBM Plex Sans',
    text: 'IBM Plex Sans',
    marks: 'IBM Plex Mono',
    name: { size: 24, weight: 'semibold' },
    section: { size: 11, weight: 'regular', italic: false },
    margin: { x: 18, top: 17, bottom: 18 },
    gap: { section: 17, entry: 12, term: 6 },
  },
  fresher: {
    ...plain,
    head: 'plain',
    heading: 'tab',
    columns: 2,
    photo: 'rounded',
    size: 10,
    accent: '#3b3f8f',
    titles: 'Figtree',
    text: 'Figtree',
    marks: 'Figtree',
    name: { size: 30, weight: 'bold' },
    section: { size: 11.5, weight: 'bold', italic: false },
    margin: { x: 17, top: 17, bottom: 18 },
    gap: { section: 18, entry: 13, term: 7 },
  },
} as const satisfies Record<string, LookTokens>;

/** The designs that can be printed. */
export type PrintTemplate = keyof typeof looks;

/** The typesetter's input: a template's tokens, overridden by the document's own settings. */
export interface Look extends Omit<LookTokens, 'accent' | 'photo'> {
  readonly paper: 'a4' | 'us-letter';
  /** Factor of the template's white space. */
  readonly space: number;
  readonly photo: LookTokens['photo'] | 'hidden';
  /** The accent for surfaces, darkened for text on white, and what can be read on the surface. */
  readonly accent: { readonly fill: string; readonly text: string; readonly on: string };
}

const families: Record<DesignSettings['font'], Partial<Pick<LookTokens, 'titles' | 'text' | 'marks'>>> = {
  template: {},
  serif,
  sans,
  'serif-sans': { ...sans, titles: 'Source Serif 4' },
  'sans-serif': { ...serif, titles: 'Source Sans 3' },
};
const spaces = { normal: 1, compact: 0.72, airy: 1.3 } as const;

function sixDigits(colour: string): string {
  return colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}

/** The look of one document: its template with its own settings. */
export function lookOf(template: PrintTemplate, design: DesignSettings): Look {
  const tokens: LookTokens = looks[template];
  const inks = accentInks(sixDigits(design.accent ?? tokens.accent)) ?? {
    fill: tokens.accent,
    text: '#17181c',
    on: '#ffffff',
  };
  return {
    ...tokens,
    ...families[design.font],
    columns: design.columns === 'template' ? tokens.columns : design.columns === 'two' ? 2 : 1,
    paper: design.paper === 'letter' ? 'us-letter' : 'a4',
    space: spaces[design.spacing],
    photo: design.photo === 'template' ? tokens.photo : design.photo,
    accent: inks,
  };
}

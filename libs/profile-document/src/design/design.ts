import type { ProfileDocument } from '../schema/schema';

/** The choices of each design setting; the first is the default. */
export const designChoices = {
  /** fonts of headings and text: as the template does, all serif, all sans, or serif headings over sans text and the reverse */
  font: ['template', 'serif', 'sans', 'serif-sans', 'sans-serif'],
  /** white space between lines, items and sections */
  spacing: ['normal', 'compact', 'airy'],
  /** as the template does, or one column or two */
  columns: ['template', 'one', 'two'],
  /** the form of the photo: as the template does, one of two, or no photo */
  photo: ['template', 'square', 'round', 'hidden'],
  /** the size of the sheet: ISO A4 or US Letter */
  paper: ['a4', 'letter'],
} as const;

type Choices = typeof designChoices;

/** The design settings of a document, with defaults filled in. */
export type DesignSettings = { [K in keyof Choices]: Choices[K][number] } & {
  /** a template's id as written; it may be unknown */
  template?: string;
  /** `#rgb` or `#rrggbb` in lower case */
  accent?: string;
};

function choice<K extends keyof Choices>(name: K, value: unknown): Choices[K][number] {
  const known: readonly Choices[K][number][] = designChoices[name];
  return known.find((option) => option === value) ?? (known[0] as Choices[K][number]);
}

/** The design settings of a document; absent and unknown values become the default. */
export function designOf(document: ProfileDocument): DesignSettings {
  const { template, accent, font, spacing, columns, photo, paper } = document.meta?.canar?.design ?? {};
  const colour = accent?.trim().toLowerCase();
  return {
    ...(template ? { template } : {}),
    ...(colour && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(colour) ? { accent: colour } : {}),
    font: choice('font', font),
    spacing: choice('spacing', spacing),
    columns: choice('columns', columns),
    photo: choice('photo', photo),
    paper: choice('paper', paper),
  };
}

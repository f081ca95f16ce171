/** The colours of a template in one light. */
export interface Palette {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
}

/** What a template looks like. */
export interface TemplateStyle {
  light: Palette;
  dark: Palette;
  /** the accent when the document names none, `#rrggbb` */
  accent: string;
  /** rules under `.cv-is-<id>`; `&` stands for that selector */
  css: string;
}

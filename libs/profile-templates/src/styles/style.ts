/** The colours of a template in light or dark mode. */
export interface Palette {
  paper: string;
  ink: string;
  muted: string;
  rule: string;
}

/** The style of a template. */
export interface TemplateStyle {
  light: Palette;
  dark: Palette;
  /** the accent when the document names none, `#rrggbb` */
  accent: string;
  /** rules under `.cv-is-<id>`; `&` stands for that selector */
  css: string;
}

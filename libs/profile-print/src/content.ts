/** A piece of text on one line; `href` is null unless it may be linked. */
export interface Line {
  readonly text: string;
  readonly href: string | null;
}

/** Keywords or courses with their label ('' for none). */
export interface WordList {
  readonly label: string;
  readonly list: readonly string[];
}

/** One position, degree, project or award as it is printed. */
export interface Entry {
  readonly title: Line;
  /** Organisation, place and further facts, in this order. */
  readonly facts: readonly Line[];
  /** No date, one date, or start and end; formatted for the reader. */
  readonly dates: readonly string[];
  /** One line about the organisation. */
  readonly lead: string;
  readonly paragraphs: readonly string[];
  readonly bullets: readonly string[];
  readonly words: WordList;
  /** Short enough that it is never divided between pages. */
  readonly together: boolean;
}

/** A skill, language or interest: its name, level and keywords. */
export interface Term {
  readonly name: string;
  readonly level: string;
  readonly words: readonly string[];
  readonly together: boolean;
}

/** A recommendation. */
export interface Quote {
  readonly by: string;
  readonly paragraphs: readonly string[];
  readonly together: boolean;
}

/** A section with at least one item; empty sections are left out. */
export type Section =
  | { readonly kind: 'entries'; readonly title: string; readonly items: readonly Entry[] }
  | { readonly kind: 'terms'; readonly title: string; readonly items: readonly Term[] }
  | { readonly kind: 'quotes'; readonly title: string; readonly items: readonly Quote[] };

/** Everything that is printed, in reading order and in the reader's language. */
export interface Content {
  /** ISO 639 code of the document's language, and ISO 3166 code of its country if it names one. */
  readonly lang: string;
  readonly region: string | null;
  /** Whether the page runs from right to left. */
  readonly rtl: boolean;
  /** The title of the PDF. */
  readonly title: string;
  readonly name: string;
  readonly label: string;
  readonly contacts: readonly Line[];
  readonly summary: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly sections: readonly Section[];
  /** `page` still contains `{page}` and `{pages}`, which the typesetter replaces. */
  readonly words: { readonly photo: string; readonly page: string };
}

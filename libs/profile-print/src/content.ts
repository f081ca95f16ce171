/** A piece of text on one line; `href` is null unless it may be linked. */
export interface Line {
  readonly text: string;
  readonly href: string | null;
}

/** Keywords or courses, with the word that introduces them ('' for none). */
export interface WordList {
  readonly label: string;
  readonly list: readonly string[];
}

/** One position, degree, project, award… as it is set on paper. */
export interface Entry {
  readonly title: Line;
  /** Organisation, place and further facts, in this order. */
  readonly facts: readonly Line[];
  /** None, one date, or from and until; each already in the reader's words. */
  readonly dates: readonly string[];
  /** What the organisation is, told in a line. */
  readonly lead: string;
  readonly paragraphs: readonly string[];
  readonly bullets: readonly string[];
  readonly words: WordList;
  /** Short enough to be kept on one page whatever comes before. */
  readonly together: boolean;
}

/** A skill, language or interest: its name, how well, and what belongs to it. */
export interface Term {
  readonly name: string;
  readonly level: string;
  readonly words: readonly string[];
  readonly together: boolean;
}

/** What somebody says of the person. */
export interface Quote {
  readonly by: string;
  readonly paragraphs: readonly string[];
  readonly together: boolean;
}

/** A section with something in it; empty ones never reach the page. */
export type Section =
  | { readonly kind: 'entries'; readonly title: string; readonly items: readonly Entry[] }
  | { readonly kind: 'terms'; readonly title: string; readonly items: readonly Term[] }
  | { readonly kind: 'quotes'; readonly title: string; readonly items: readonly Quote[] };

/** The copy: all that a typographer is handed, in reading order, in the reader's language, with nothing left to decide. */
export interface Copy {
  /** ISO 639 code of the document's language, and ISO 3166 code of its country if it names one. */
  readonly lang: string;
  readonly region: string | null;
  /** Whether the page runs from right to left. */
  readonly rtl: boolean;
  /** What the PDF is called in a reader's title bar. */
  readonly title: string;
  readonly name: string;
  readonly label: string;
  readonly contacts: readonly Line[];
  readonly summary: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly sections: readonly Section[];
  /** `page` keeps its `{page}` and `{pages}`: only the typesetter knows them. */
  readonly words: { readonly photo: string; readonly page: string };
}

/** A label and what it names. */
interface InvoiceFact {
  readonly label: string;
  readonly value: string;
}

/** A party of an invoice. */
interface InvoiceParty {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One row of the table of an invoice. */
interface InvoiceRow {
  readonly what: string;
  readonly sac: string;
  readonly amount: string;
}

/** All text of an invoice or a credit note, in its order. Nothing is computed from it. */
export interface InvoiceText {
  readonly title: string;
  readonly number: string;
  /** Printed before everything else, or null. */
  readonly notice: string | null;
  readonly facts: readonly InvoiceFact[];
  readonly seller: InvoiceParty;
  readonly buyer: InvoiceParty;
  readonly columns: InvoiceRow;
  readonly line: InvoiceRow;
  readonly sums: readonly InvoiceFact[];
  readonly total: InvoiceFact;
  readonly notes: readonly string[];
}

/** The message to a child process that prints an invoice. */
export interface InvoiceJob {
  readonly invoice: InvoiceText;
}

/** A printed invoice. */
export interface PrintedInvoice {
  /** A tagged PDF with subset fonts; the same text gives the same bytes. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Whether it conforms to PDF/UA-1: unless a character has no glyph, which that standard forbids. */
  readonly accessible: boolean;
  /** The characters without a glyph in any font. */
  readonly unsupportedGlyphs: readonly string[];
}

import type { Content } from './content';
import { type Look, looks, type PrintTemplate } from './looks';

/** The names of the designs that can be printed. */
export const printTemplates = Object.keys(looks) as PrintTemplate[];

/** A photo to print; the caller re-encodes other formats first. */
export interface PrintPhoto {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
}

/** The message to a child process. */
export interface PrintJob {
  readonly look: Look;
  readonly content: Content;
  readonly photo: PrintPhoto | null;
  /** The word at the foot of each page of a draft. */
  readonly draft: string | null;
}

/** A printed document. */
export interface Printed {
  /** A tagged PDF with subset fonts; the same input gives the same bytes. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Whether it conforms to PDF/UA-1. */
  readonly accessible: boolean;
  /** The characters without a glyph in any font: they are left out. */
  readonly unsupportedGlyphs: readonly string[];
  readonly readability: Readability;
  /** Milliseconds for typesetting and for reading the PDF back. */
  readonly milliseconds: { readonly set: number; readonly read: number };
}

/** How much of the document's text pdf.js reads in the PDF. */
interface Readability {
  /** Percent of the document's texts that are read exactly and in order, rounded down. */
  readonly share: number;
  /** Up to twenty of the other texts. */
  readonly unread: readonly string[];
}

import type { Copy } from './copy';
import { type Look, looks, type PrintTemplate } from './looks';

/** The names of the designs that can be printed. */
export const printTemplates = Object.keys(looks) as PrintTemplate[];

/** A photo as it goes on paper; other formats are re-encoded by the caller first. */
export interface PrintPhoto {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
}

/** What a child process is asked to set. */
export interface PrintJob {
  readonly look: Look;
  readonly copy: Copy;
  readonly photo: PrintPhoto | null;
}

/** A printed document. */
export interface Printed {
  /** A tagged PDF with subset fonts; the same input gives the same bytes. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Whether it keeps PDF/UA-1. It does unless a character has no glyph, which that standard forbids. */
  readonly accessible: boolean;
  /** The characters that no font on board can draw: they show as empty boxes, though they can be copied. */
  readonly unsupportedGlyphs: readonly string[];
  readonly readability: Readability;
  /** Milliseconds that the child took to set the document, and to read it back. */
  readonly milliseconds: { readonly set: number; readonly read: number };
}

/** What pdf.js, as one machine among many, reads in a printed document. */
export interface Readability {
  /** Percent of the document's texts that are read exactly and in order, rounded down. */
  readonly share: number;
  /** Up to twenty of the texts that are not. */
  readonly unread: readonly string[];
}

/** What a child process says to its parent. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'printed'; readonly rss: number } & Printed)
  | { readonly kind: 'refused'; readonly reason: string };

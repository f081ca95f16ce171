import type { ProfileDocument } from '@canar/profile-document';

/** A profile to put on paper. */
export interface PdfRequest {
  /** What may be seen and nothing else. */
  document: ProfileDocument;
  template: string;
  locale: string;
  /** A JPEG. */
  photo: Uint8Array | null;
}

/** A printed profile, and what a machine makes of it. */
export interface RenderedPdf {
  bytes: Buffer;
  /** Percent of its texts that a machine reads exactly and in order, rounded down. */
  readability: number;
  /** Up to twenty texts that are not read so. */
  unread: readonly string[];
  /** Characters that no font on board draws. */
  missingGlyphs: readonly string[];
}

/** Puts profiles on paper. */
export abstract class PdfRenderer {
  /**
   * The PDF of a profile; the same request gives the same bytes.
   * @throws {DomainError} `template.unknown`, `pdf.failed`, `pdf.busy`
   */
  abstract print(request: PdfRequest): Promise<RenderedPdf>;

  /** Makes ready for the first profile, so that nobody waits longer for it than for the next. Never necessary, never fails. */
  abstract warmUp(): void;
}

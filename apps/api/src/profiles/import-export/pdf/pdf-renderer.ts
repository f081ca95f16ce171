import type { ProfileDocument } from '@canar/profile-document';
import type { Turn } from '../../../platform/heavy-work/fair-queue';

/** A profile to render. */
export interface PdfRequest {
  /** The visible document. */
  document: ProfileDocument;
  template: string;
  locale: string;
  /** A JPEG. */
  photo: Uint8Array | null;
  /** Whether each page says at its foot that this is a draft. */
  isDraft: boolean;
  /** Whose turn the rendering takes. */
  turn: Turn;
}

/** A rendered PDF, and what a machine reads of it. */
export interface RenderedPdf {
  bytes: Buffer;
  /** Percent of its texts that a machine reads exactly and in order, rounded down. */
  readability: number;
  /** Up to twenty texts that are not read exactly. */
  unread: readonly string[];
  /** Characters that no available font draws. */
  missingGlyphs: readonly string[];
}

/** Renders profiles as PDF. */
export abstract class PdfRenderer {
  /**
   * Renders a profile; the same request returns the same bytes.
   * @throws {DomainError} `template.unknown`, `pdf.failed`, also for a request that failed within the last hour, `work.busy`
   */
  abstract render(request: PdfRequest): Promise<RenderedPdf>;

  /** Starts what the first render needs, so that it takes no longer than the next. Optional; never fails. */
  abstract warmUp(): void;
}

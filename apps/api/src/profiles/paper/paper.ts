import type { ProfileDocument } from '@canar/profile-document';

/** A profile to put on paper. */
export interface PaperRequest {
  /** What may be seen and nothing else. */
  document: ProfileDocument;
  template: string;
  locale: string;
  /** A JPEG. */
  photo: Uint8Array | null;
}

/** Puts profiles on paper. */
export abstract class Paper {
  /**
   * The PDF of a profile; the same request gives the same bytes.
   * @throws {DomainError} `template.unknown`, `pdf.failed`, `pdf.busy`
   */
  abstract print(request: PaperRequest): Promise<Buffer>;
}

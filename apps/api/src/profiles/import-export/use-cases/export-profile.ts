import { Injectable } from '@nestjs/common';
import { exportJsonResume, type ProfileDocument, usableLocale, visibleDocument } from '@canar/profile-document';
import { notFound } from '../../../platform/errors/problem';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import { PdfRenderer, type RenderedPdf } from '../pdf/pdf-renderer';
import { DraftRepository } from '../../persistence/draft.repository';
import { FileRepository, photoKey } from '../../files/persistence/file.repository';
import { RevisionRepository } from '../../persistence/revision.repository';
import { formats } from '../formats/formats';

/** Which state of a profile is exported: a revision by number, the latest, or the draft for a look beforehand. */
export type RevisionSelector = number | 'latest' | 'draft';

/** The formats of an export beside PDF, by file extension. */
export const exportFormats = ['json', 'md', 'docx', 'vcf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file as it is sent. */
interface ExportedFile {
  bytes: Buffer;
  mediaType: string;
}

/** Exports a profile as a file for its owner: free, with every contact detail, without items hidden in the document. */
@Injectable()
export class ExportProfile {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly revisions: RevisionRepository,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly renderer: PdfRenderer,
  ) {}

  /** @throws {DomainError} `not-found`, `template.unknown`, `pdf.failed`, `pdf.busy` */
  async pdf(tenantId: TenantId, profileId: ProfileId, state: RevisionSelector, template: string): Promise<RenderedPdf> {
    const document = await this.document(tenantId, profileId, state);
    return this.renderer.render({
      document: visibleDocument(document, { hiddenFields: [] }),
      template,
      locale: usableLocale(document.meta?.canar?.locale),
      photo: await this.photo(tenantId, profileId),
    });
  }

  /**
   * The profile as a file that other programs read. JSON Resume has all of the document but what is ours; the other formats leave out
   * what is hidden.
   * @throws {DomainError} `not-found`
   */
  async file(
    tenantId: TenantId,
    profileId: ProfileId,
    state: RevisionSelector,
    form: ExportFormat,
  ): Promise<ExportedFile> {
    const document = await this.document(tenantId, profileId, state);
    if (form === 'json') {
      const bytes = Buffer.from(JSON.stringify(exportJsonResume(document), null, 2));
      return { bytes, mediaType: 'application/json' };
    }
    const { mediaType, write } = formats[form];
    return { bytes: await write(visibleDocument(document, { hiddenFields: [] })), mediaType };
  }

  private async document(tenantId: TenantId, profileId: ProfileId, state: RevisionSelector): Promise<ProfileDocument> {
    if (state === 'draft') return parse(await this.drafts.find(tenantId, profileId));
    const number = state === 'latest' ? await this.revisions.latestNumber(tenantId, profileId) : state;
    return parse(number === null ? null : await this.revisions.find(tenantId, profileId, number));
  }

  private async photo(tenantId: TenantId, profileId: ProfileId): Promise<Uint8Array | null> {
    const photo = await this.files.find(tenantId, profileId, 'photo');
    const largest = photo?.sizes[0];
    const file = largest && (await this.storage.get(photoKey(tenantId, largest.hash, 'jpg')));
    return file?.bytes ?? null;
  }
}

function parse(stored: { document: string } | null): ProfileDocument {
  if (!stored) throw notFound();
  return JSON.parse(stored.document) as ProfileDocument;
}

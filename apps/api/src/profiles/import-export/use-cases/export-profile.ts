import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { exportJsonResume, usableLocale, visibleDocument } from '@canar/profile-document';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import { PdfRenderer, type RenderedPdf } from '../pdf/pdf-renderer';
import { DocumentLookup, type StateSelector } from '../../persistence/document-lookup';
import { FileRepository, photoKey } from '../../files/persistence/file.repository';
import { exportTooLarge } from '../import-export.errors';
import { formats, writeFormat } from '../formats/formats';

/** The formats of an export beside PDF, by file extension. */
export const exportFormats = ['json', 'md', 'docx', 'vcf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file as it is sent. */
interface ExportedFile {
  bytes: Uint8Array;
  mediaType: string;
}

/** Exports a profile as a file for its owner: free, with every contact detail, without items hidden in the document. */
@Injectable()
export class ExportProfile {
  constructor(
    private readonly documents: DocumentLookup,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly renderer: PdfRenderer,
    private readonly heavyWork: HeavyWork,
  ) {}

  /** @throws {DomainError} `not-found`, `template.unknown`, `pdf.failed`, `work.busy` */
  async pdf(tenantId: TenantId, profileId: ProfileId, state: StateSelector, template: string): Promise<RenderedPdf> {
    const { document } = await this.documents.find(tenantId, profileId, state);
    return this.renderer.render({
      turn: { queue: tenantId },
      document: visibleDocument(document, { hiddenFields: [] }),
      template,
      locale: usableLocale(document.meta?.canar?.locale),
      photo: await this.photo(tenantId, profileId),
    });
  }

  /**
   * The profile as a file that other programs read. JSON Resume has all of the document but what is ours; the other formats leave out
   * what is hidden.
   * @throws {DomainError} `not-found`, `export.too-large`, `work.busy`
   */
  async file(
    tenantId: TenantId,
    profileId: ProfileId,
    state: StateSelector,
    form: ExportFormat,
  ): Promise<ExportedFile> {
    const { document, text } = await this.documents.find(tenantId, profileId, state);
    if (form === 'json') {
      const bytes = Buffer.from(JSON.stringify(exportJsonResume(document), null, 2));
      return { bytes, mediaType: 'application/json' };
    }
    const visible = visibleDocument(document, { hiddenFields: [] });
    const bytes = await this.heavyWork.run(
      writeFormat,
      { format: form, visible },
      {
        turn: { queue: tenantId },
        tooLarge: exportTooLarge,
        version: createHash('sha256').update(`${form} ${text}`).digest('base64url'),
        ...(form !== 'docx' && { characters: text.length }),
      },
    );
    return { bytes, mediaType: formats[form].mediaType };
  }

  private async photo(tenantId: TenantId, profileId: ProfileId): Promise<Uint8Array | null> {
    const photo = await this.files.find(tenantId, profileId, 'photo');
    const largest = photo?.sizes[0];
    const file = largest && (await this.storage.get(photoKey(tenantId, largest.hash, 'jpg')));
    return file?.bytes ?? null;
  }
}

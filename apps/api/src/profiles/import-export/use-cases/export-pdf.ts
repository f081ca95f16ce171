import { Injectable } from '@nestjs/common';
import { usableLocale, visibleDocument } from '@canar/profile-document';
import { templateIdOf } from '@canar/profile-templates';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { FileStorage } from '../../../platform/storage/file-storage';
import { FileRepository, photoKey } from '../../files/persistence/file.repository';
import { DocumentLookup, type StateSelector } from '../../persistence/document-lookup';
import { PdfRenderer, type RenderedPdf } from '../pdf/pdf-renderer';

/** Exports a profile as a PDF for its owner: free, with every contact detail, without items hidden in the document. */
@Injectable()
export class ExportPdf {
  constructor(
    private readonly documents: DocumentLookup,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly renderer: PdfRenderer,
  ) {}

  /**
   * @param template instead of the document's own
   * @throws {DomainError} `not-found`, `template.unknown`, `pdf.failed`, `work.busy`
   */
  async execute(
    tenantId: TenantId,
    profileId: ProfileId,
    state: StateSelector,
    template?: string,
  ): Promise<RenderedPdf> {
    const { document } = await this.documents.find(tenantId, profileId, state);
    return this.renderer.render({
      turn: { queue: tenantId },
      document: visibleDocument(document, { hiddenFields: [] }),
      template: template ?? templateIdOf(document),
      locale: usableLocale(document.meta?.canar?.locale),
      photo: await this.photo(tenantId, profileId),
      isDraft: state === 'draft',
    });
  }

  private async photo(tenantId: TenantId, profileId: ProfileId): Promise<Uint8Array | null> {
    const photo = await this.files.find(tenantId, profileId, 'photo');
    const largest = photo?.sizes[0];
    const file = largest && (await this.storage.get(photoKey(tenantId, largest.hash, 'jpg')));
    return file?.bytes ?? null;
  }
}

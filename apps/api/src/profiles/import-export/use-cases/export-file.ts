import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { exportJsonResume, visibleDocument } from '@canar/profile-document';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import type { ProfileId, TenantId } from '../../../platform/ids/ids';
import { DocumentLookup, type StateSelector } from '../../persistence/document-lookup';
import { formats, writeFormat } from '../formats/formats';
import { exportTooLarge } from '../import-export.errors';

/** The formats of an export beside PDF, by file extension. */
export const exportFormats = ['json', 'md', 'docx', 'vcf'] as const;
type ExportFormat = (typeof exportFormats)[number];

/** A file as it is sent. */
interface ExportedFile {
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * Exports a profile as a file that other programs read: free, with every contact detail. JSON Resume has all of the document but what is
 * ours; the other formats leave out what is hidden.
 */
@Injectable()
export class ExportFile {
  constructor(
    private readonly documents: DocumentLookup,
    private readonly heavyWork: HeavyWork,
  ) {}

  /** @throws {DomainError} `not-found`, `export.too-large`, `work.busy` */
  async execute(
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
}

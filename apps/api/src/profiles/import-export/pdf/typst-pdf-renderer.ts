import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type PrintRequest, printTemplates } from '@canar/profile-print';
import { Printing } from '../../../platform/heavy-work/printing';
import { pdfFailed, templateUnknown } from '../import-export.errors';
import { PdfRenderer, type PdfRequest, type RenderedPdf } from './pdf-renderer';

/** Prints in a pool of child processes, so that a broken or hostile document fails alone. */
@Injectable()
export class TypstPdfRenderer extends PdfRenderer {
  constructor(private readonly printing: Printing) {
    super();
  }

  async render(request: PdfRequest): Promise<RenderedPdf> {
    const template = printTemplates.find((name) => name === request.template);
    if (!template) throw templateUnknown();
    const { document, locale, photo, isDraft, turn } = request;
    const picture = photo && { photo: { bytes: photo, format: 'jpeg' as const } };
    const job: PrintRequest = { document, template, locale, isDraft, ...picture };
    const options = { turn, tooLarge: pdfFailed, version: versionOf(request) };
    const printed = await this.printing.run('pdf', options, (printer) => printer.print(job));
    const { pdf, readability, unsupportedGlyphs } = printed;
    const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    return { bytes, readability: readability.share, unread: readability.unread, missingGlyphs: unsupportedGlyphs };
  }

  warmUp(): void {
    this.printing.warmUp();
  }
}

function versionOf({ document, template, locale, isDraft, photo }: PdfRequest): string {
  const hash = createHash('sha256').update(JSON.stringify([document, template, locale, isDraft]));
  return hash.update(photo ?? '').digest('base64url');
}

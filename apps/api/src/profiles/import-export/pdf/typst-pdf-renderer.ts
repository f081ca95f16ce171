import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrintFailed, type PrintRequest, printTemplates, ProfilePrinter } from '@canar/profile-print';
import { pdfBusy, pdfFailed, templateUnknown } from '../import-export.errors';
import { PdfRenderer, type PdfRequest, type RenderedPdf } from './pdf-renderer';

/** Prints in a pool of child processes, so that a broken or hostile document fails alone. */
@Injectable()
export class TypstPdfRenderer extends PdfRenderer implements OnApplicationShutdown {
  private readonly printer = new ProfilePrinter();

  async render(request: PdfRequest): Promise<RenderedPdf> {
    const template = printTemplates.find((name) => name === request.template);
    if (!template) throw templateUnknown();
    const { document, locale, photo } = request;
    const job: PrintRequest = { document, template, locale, ...(photo && { photo: { bytes: photo, format: 'jpeg' } }) };
    try {
      const { pdf, readability, unsupportedGlyphs } = await this.printer.print(job);
      const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
      const { share, unread } = readability;
      return { bytes, readability: share, unread, missingGlyphs: unsupportedGlyphs };
    } catch (error) {
      if (!(error instanceof PrintFailed)) throw error;
      throw error.code === 'print.busy' || error.code === 'print.closed' ? pdfBusy() : pdfFailed();
    }
  }

  warmUp(): void {
    this.printer.warmUp();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrintFailed, type PrintRequest, printTemplates, ProfilePrinter } from '@canar/profile-print';
import { paperBusy, paperFailed, templateUnknown } from '../profiles.errors';
import { Paper, type PaperRequest, type PrintedPaper } from './paper';

/** Prints in a pool of child processes, so that a broken or hostile document fails alone. */
@Injectable()
export class TypstPaper extends Paper implements OnApplicationShutdown {
  private readonly printer = new ProfilePrinter();

  async print(request: PaperRequest): Promise<PrintedPaper> {
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
      throw error.code === 'print.busy' || error.code === 'print.closed' ? paperBusy() : paperFailed();
    }
  }

  warmUp(): void {
    this.printer.warmUp();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}

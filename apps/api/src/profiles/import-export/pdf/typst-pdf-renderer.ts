import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrintFailed, type Printed, type PrintRequest, printTemplates, ProfilePrinter } from '@canar/profile-print';
import { WorkFailed } from '@canar/worker-pool';
import { HeavyWork, maxRunning } from '../../../platform/heavy-work/heavy-work';
import { pdfFailed, templateUnknown } from '../import-export.errors';
import { PdfRenderer, type PdfRequest, type RenderedPdf } from './pdf-renderer';

/** Prints in a pool of child processes, so that a broken or hostile document fails alone. */
@Injectable()
export class TypstPdfRenderer extends PdfRenderer implements OnApplicationShutdown {
  private readonly printer: ProfilePrinter;

  constructor(private readonly heavyWork: HeavyWork) {
    super();
    this.printer = new ProfilePrinter({ maxChildren: maxRunning, ...heavyWork.clockLimits });
  }

  async render(request: PdfRequest): Promise<RenderedPdf> {
    const template = printTemplates.find((name) => name === request.template);
    if (!template) throw templateUnknown();
    const { document, locale, photo, isDraft, turn } = request;
    const picture = photo && { photo: { bytes: photo, format: 'jpeg' as const } };
    const job: PrintRequest = { document, template, locale, isDraft, ...picture };
    const options = { turn, tooLarge: pdfFailed, version: versionOf(request) };
    const printed = await this.heavyWork.runElsewhere('pdf', options, () => this.print(job));
    const { pdf, readability, unsupportedGlyphs } = printed;
    const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    return { bytes, readability: readability.share, unread: readability.unread, missingGlyphs: unsupportedGlyphs };
  }

  warmUp(): void {
    this.printer.warmUp();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }

  private async print(job: PrintRequest): Promise<Printed> {
    try {
      return await this.printer.print(job);
    } catch (error) {
      if (!(error instanceof PrintFailed)) throw error;
      const isLasting = error.code === 'print.cpu-time' || error.code === 'print.failed';
      throw new WorkFailed(isLasting ? 'crashed' : 'busy', error.message);
    }
  }
}

function versionOf({ document, template, locale, isDraft, photo }: PdfRequest): string {
  const hash = createHash('sha256').update(JSON.stringify([document, template, locale, isDraft]));
  return hash.update(photo ?? '').digest('base64url');
}

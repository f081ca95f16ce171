import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The size of a page in points, of which 72 are an inch. */
interface PageSize {
  width: number;
  height: number;
}

/** A PDF that is open for drawing. */
export interface ReadPdf {
  pages: readonly PageSize[];
  /** Draws a page, from 0, into a canvas of its own. @param width in CSS pixels @param density device pixels of a CSS pixel */
  draw: (page: number, width: number, density: number) => Promise<HTMLCanvasElement>;
  close: () => void;
}

/** Opens a PDF with pdf.js, which comes over the network the first time; its worker parses, so that typing goes on. */
export async function readPdf(file: Blob): Promise<ReadPdf> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;
  const task = getDocument({ data: await file.arrayBuffer(), verbosity: 0 });
  const pdf = await task.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => sizeOf(pdf, index)));
  return {
    pages,
    draw: (page, width, density) => drawPage(pdf, page, width * density),
    close: () => void task.destroy(),
  };
}

async function sizeOf(pdf: PDFDocumentProxy, index: number): Promise<PageSize> {
  const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
  return { width, height };
}

async function drawPage(pdf: PDFDocumentProxy, index: number, width: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(index + 1);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.floor(viewport.width),
    height: Math.floor(viewport.height),
  });
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/** What tests of other projects take from this library: files to import, made by hand. */
export { PdfTextReader } from './pdf-text/pdf-text-reader';
export { pageOfOperators } from './testing/hostile-pdf';
export { column, pdfOf } from './testing/pdf';
export { zipOf } from './testing/zip';

/** What tests of other projects take from this library: files to import, made by hand. */
export { column, pdfOf, type PositionedText } from './testing/pdf';
export { zipOf, type ZipPart } from './testing/zip';

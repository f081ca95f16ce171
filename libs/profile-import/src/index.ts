export { ImportFailed, type ImportFailure } from './import-failed';
export { isPdf } from './pdf-text/is-pdf';
export { type PdfText, PdfTextReader, type PdfTextReaderOptions } from './pdf-text/pdf-text-reader';
export { type ImportedResume, type ImportSource, ResumeImporter } from './resume-importer';

export { ImportFailed, type ImportFailure } from './import-failed';
export { isPdf } from './pdf-text/is-pdf';
export { PdfTextReader } from './pdf-text/pdf-text-reader';
export { type ImportedResume, ResumeImporter } from './resume-importer';

export { ImportFailed, type ImportFailure } from './import-failed';
export { isPdf } from './pdf-text/is-pdf';
export { directPdfText } from './pdf-text/direct-pdf-text';
export { type Doubt, doubtReasons } from './places/doubts';
export { type Maker, makers } from './makers/makers';
export { type ImportedResume, type ImportSource, importSources, ResumeImporter } from './resume-importer';

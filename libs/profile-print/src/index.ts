export type { Content, Entry, Line, Quote, Section, Term } from './content';
export { contentOf } from './content-of';
export { type FaceFile, faceFilesOf } from './face-files';
export { lookOf, looks, type PrintTemplate } from './looks';
export { PrintFailed, type PrintFailure } from './print-failed';
export { type Printed, type PrintPhoto, printTemplates, type Readability } from './print-job';
export { type PrintRequest, ProfilePrinter, type ProfilePrinterOptions } from './profile-printer';

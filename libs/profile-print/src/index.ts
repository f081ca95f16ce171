export { PrintFailed, type PrintFailure } from './print-failed';
export { type Printed, type PrintPhoto, type PrintTemplate, printTemplates, type Readability } from './print-job';
export { type PrintRequest, ProfilePrinter, type ProfilePrinterOptions } from './profile-printer';

export type { Content, Entry, Line, Quote, Section, Term } from './content';
export { contentOf } from './content-of';
export { faceFilesOf } from './face-files';
export { lookOf, type PrintTemplate } from './looks';
export { PrintFailed } from './print-failed';
export { type Printed, printTemplates } from './print-job';
export { type PrintRequest, ProfilePrinter } from './profile-printer';

/** Exports for tests and contact sheets of other projects: documents that are hard to set. */
export { fortyPositions, hindiProfile } from './testing/sample-documents';

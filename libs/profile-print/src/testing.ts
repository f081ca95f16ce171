/** What tests and contact sheets of other projects take from this library: documents that are hard to set. */
export { fortyPositions, hindiProfile } from './testing/sample-documents';

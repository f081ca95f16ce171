/** What tests of other projects take from this library: documents with every field, and changes of every field. */
export { documentEdits, edited, fullDocument } from './testing/edits';
export { filledDocument } from './testing/filled-document';

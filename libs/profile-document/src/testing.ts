export { filledDocument } from './testing/filled-document';

export { canonicalJson, documentsEqual } from './canonical-json';
export { changedSections } from './changed-sections';
export { type DesignSettings, designChoices, designOf } from './design';
export { importJsonResume, type ImportedDocument, type Repair, type Unplaced } from './import/import-json-resume';
export { repairDate } from './import/repair-date';
export { monthNamed } from './month-names';
export { emptyDocument } from './empty-document';
export { exportJsonResume } from './export-json-resume';
export { withItemIds } from './item-ids';
export { limits } from './limits';
export { compareDocuments, type DocumentChange } from './merge/compare-documents';
export { type MergeConflict, mergeDocuments, type MergedDocument } from './merge/merge-documents';
export type { Place } from './merge/place';
export { resolveConflict } from './merge/resolve-conflict';
export { migrateDocument } from './migrate-document';
export { parseDocument, type ParsedDocument } from './parse-document';
export {
  formatPartialDate,
  isAfter,
  isOngoing,
  type PartialDate,
  parsePartialDate,
  presentWord,
  usableLocale,
} from './partial-date';
export { isBareDomain, isEmailAddress, mailHref, safeHref, telHref } from './safe-href';
export type { DocumentError } from './scan';
export {
  type Basics,
  type CanarMeta,
  currentSchema,
  type CustomItem,
  type CustomSection,
  documentSchema,
  type ProfileDocument,
  type ProfileLink,
  type SectionItem,
  type SectionKey,
  type SectionSetting,
} from './schema';
export { scoreText } from './score-text';
export { defaultTitle, type OrderedSection, orderedSections, sectionKeys, sections, summaryTitle } from './sections';
export { hiddenByDefault, type HideableField, hideableFields, visibleDocument } from './visible-document';
export type { DocumentWarning } from './warnings';

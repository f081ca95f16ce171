export { canonicalJson, documentsEqual } from './equality/canonical-json';
export { changedSections } from './equality/changed-sections';
export { type DesignSettings, designChoices, designOf } from './design/design';
export { importJsonResume, type ImportedDocument, type Repair, type Unplaced } from './json-resume/import-json-resume';
export { repairDate } from './json-resume/repair-date';
export { dateOrderOf } from './periods/date-order';
export type { DateOrder } from './periods/date-words';
export { findPeriod, type FoundPeriod } from './periods/periods';
export { emptyDocument } from './schema/empty-document';
export { exportJsonResume } from './json-resume/export-json-resume';
export { withItemIds } from './sections/item-ids';
export { limits } from './schema/limits';
export { compareDocuments, type DocumentChange } from './merge/compare-documents';
export { type MergeConflict, mergeDocuments, type MergedDocument } from './merge/merge-documents';
export type { Place } from './merge/place';
export { resolveConflict } from './merge/resolve-conflict';
export { migrateDocument } from './schema/migrate-document';
export { parseDocument, type ParsedDocument } from './parse/parse-document';
export {
  formatPartialDate,
  isAfter,
  isOngoing,
  type PartialDate,
  parsePartialDate,
  presentWord,
  usableLocale,
} from './fields/partial-date';
export { isBareDomain, isEmailAddress, mailHref, safeHref, telHref } from './fields/safe-href';
export type { DocumentError } from './parse/scan';
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
} from './schema/schema';
export { scoreText } from './fields/score-text';
export {
  defaultTitle,
  type OrderedSection,
  orderedSections,
  sectionKeys,
  sections,
  summaryTitle,
} from './sections/sections';
export { hiddenByDefault, type HideableField, hideableFields, visibleDocument } from './visibility/visible-document';
export type { DocumentWarning } from './parse/warnings';

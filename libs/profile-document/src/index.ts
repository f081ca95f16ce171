export { canonicalJson, documentsEqual } from './equality/canonical-json';
export { changedSections } from './equality/changed-sections';
export { type DesignSettings, designChoices, designOf } from './design/design';
export { importJsonResume, type Repair, type Unplaced } from './json-resume/import-json-resume';
export { repairDate } from './json-resume/repair-date';
export { dateOrderOf } from './periods/date-order';
export { findPeriod, type FoundPeriod } from './periods/periods';
export { emptyDocument } from './schema/empty-document';
export { exportJsonResume } from './json-resume/export-json-resume';
export { withItemIds } from './sections/item-ids';
export { compareDocuments, type DocumentChange } from './merge/compare-documents';
export { type MergeConflict, mergeDocuments } from './merge/merge-documents';
export type { Place } from './merge/place';
export { resolveConflict } from './merge/resolve-conflict';
export { valueByIds } from './merge/value-by-ids';
export { migrateDocument } from './schema/migrate-document';
export { parseDocument } from './parse/parse-document';
export { formatPartialDate, isOngoing, parsePartialDate, presentWord, usableLocale } from './fields/partial-date';
export { parseUrl } from './fields/parse-url';
export { mailHref, safeHref, telHref } from './fields/safe-href';
export {
  type Basics,
  type CanarMeta,
  type CustomItem,
  type ProfileDocument,
  type ProfileLink,
  type SectionItem,
  type SectionKey,
} from './schema/schema';
export { scoreText } from './fields/score-text';
export { defaultTitle, type OrderedSection, orderedSections, sectionKeys, summaryTitle } from './sections/sections';
export { hiddenByDefault, type HideableField, hideableFields, visibleDocument } from './visibility/visible-document';
export type { DocumentWarning } from './parse/warnings';

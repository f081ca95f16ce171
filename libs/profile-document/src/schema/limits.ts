/** Limits of a document. Lengths count UTF-16 code units, bytes count the UTF-8 of its JSON without white space. */
export const limits = {
  /** bytes of the whole document as JSON */
  bytes: 512 * 1024,
  /** nested containers, counting the document itself */
  depth: 24,
  /** entries of any array: items of a section, highlights of an item */
  items: 500,
  /** any text, also of unknown fields */
  text: 20_000,
  /** a text of one line: names, titles, places */
  line: 1_000,
  /** a link */
  url: 2_048,
  /** a property name */
  key: 200,
  /** errors reported for one rejected document */
  errors: 100,
  /** warnings reported for one accepted document */
  warnings: 200,
} as const;

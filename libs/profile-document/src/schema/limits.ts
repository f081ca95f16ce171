/** What a document may hold. Lengths count UTF-16 code units, bytes count the UTF-8 of its JSON without white space. */
export const limits = {
  /** bytes of the whole document as JSON */
  bytes: 512 * 1024,
  /** containers inside each other, the document itself being the first */
  depth: 24,
  /** entries of any array: items of a section, highlights of an item */
  items: 500,
  /** any text, known field or not */
  text: 20_000,
  /** a text of one line: names, titles, places */
  line: 1_000,
  /** a link */
  url: 2_048,
  /** a property name */
  key: 200,
  /** errors told for one refused document */
  errors: 100,
  /** warnings told for one accepted document */
  warnings: 200,
} as const;

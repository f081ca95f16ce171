/** @typedef {import('../src/content').Content} Content */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// Joiners, selectors and marks draw nothing by themselves.
const nothing = /^[\p{Default_Ignorable_Code_Point}\p{M}]*$/u;

/**
 * What can be drawn of one character as a reader sees it. A letter or digit of ASCII is missing only together with a sign above or
 * around it.
 * @param {string} character
 * @param {ReadonlySet<string>} missing
 */
function drawableOf(character, missing) {
  const points = [...character];
  if (!points.some((point) => missing.has(point)) && !missing.has(character)) return character;
  const rest = points.filter((point) => /^[\x20-\x7e]$/.test(point) || !missing.has(point)).join('');
  return nothing.test(rest) || (points.length > 1 && rest === character) ? '' : rest;
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} missing
 */
function drawableText(text, missing) {
  const drawn = [...graphemes.segment(text)].map(({ segment }) => drawableOf(segment, missing)).join('');
  return drawn === text ? text : drawn.replace(/ {2,}/g, ' ').trim();
}

/** Parts of a content that are not drawn as they are. */
const notDrawn = new Set(['href', 'lang', 'region', 'kind']);

/**
 * Whether a value lost everything that it says: a text, or a line of text.
 * @param {unknown} before
 * @param {unknown} after
 */
function isEmptied(before, after) {
  const textOf = (/** @type {unknown} */ value) =>
    typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
  return textOf(after) === '' && textOf(before) !== '';
}

/**
 * @param {unknown} value
 * @param {ReadonlySet<string>} missing
 * @returns {unknown}
 */
function drawableValue(value, missing) {
  if (typeof value === 'string') return drawableText(value, missing);
  if (Array.isArray(value)) {
    return value.flatMap((part) => {
      const drawn = drawableValue(part, missing);
      return isEmptied(part, drawn) ? [] : [drawn];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, notDrawn.has(name) ? part : drawableValue(part, missing)]),
  );
}

/**
 * The content without the characters that no font draws; a text of nothing else is left out.
 * @template {object} T
 * @param {T} content
 * @param {readonly string[]} missing characters, as the typesetter names them
 * @returns {T}
 */
export function drawableContent(content, missing) {
  return /** @type {T} */ (drawableValue(content, new Set(missing.flatMap((text) => [text, ...text]))));
}

import { limits } from '../schema/limits';
import { type PathStep, toPointer } from '../schema/pointer';
import { hasForbiddenScheme } from '../fields/safe-href';

/** Why a document is rejected: where, a stable code, and a message. */
export interface DocumentError {
  /** RFC 6901 JSON Pointer */
  pointer: string;
  code: string;
  message: string;
}

interface Frame {
  value: unknown;
  step: PathStep;
  parent: Frame | null;
  depth: number;
  link: boolean;
}

/** The error code of an invalid text, or `null`. */
export function textError(text: string, link: boolean): string | null {
  if (text.length > limits.text) return 'text.too-long';
  if (text.includes('\u0000')) return 'text.nul';
  if (/\p{Surrogate}/u.test(text)) return 'text.lone-surrogate';
  return link && hasForbiddenScheme(text) ? 'url.forbidden-scheme' : null;
}

/** The error code of an invalid property name, or `null`. */
export function keyError(key: string): string | null {
  if (key === '__proto__') return 'key.forbidden';
  if (key.length > limits.key) return 'key.too-long';
  return textError(key, false) ? 'key.unreadable' : null;
}

/** Whether a property of this name holds a link, in known and unknown parts alike. */
export function isLinkName(key: string): boolean {
  return /(?:ur[li]s?|hrefs?|links?|websites?|images?|pictures?|photos?|avatars?|icons?|src|homepage|canonical|schema)$/i.test(
    key,
  );
}

const messages: Record<string, string> = {
  'document.not-an-object': 'A profile is a JSON object.',
  'document.too-large': `A profile holds at most ${limits.bytes / 1024} KiB.`,
  'document.too-deep': `A profile nests at most ${limits.depth} levels.`,
  'array.too-long': `A list holds at most ${limits.items} entries.`,
  'text.too-long': 'This text is too long.',
  'text.nul': 'This text contains a NUL character.',
  'text.lone-surrogate': 'This text contains half of a character.',
  'key.forbidden': 'A property of this object has a name that is not allowed.',
  'key.too-long': `A property name of this object is longer than ${limits.key} characters.`,
  'key.unreadable': 'A property name of this object contains characters that cannot be stored.',
  'url.forbidden-scheme': 'A link must not start with javascript:, vbscript:, data:, blob: or file:.',
  'schema.newer': 'This document was written by a later version.',
  'value.not-json': 'This value cannot be written as JSON.',
};

/** The message of an error code. */
export function messageOf(code: string): string {
  return messages[code] ?? 'This value does not fit.';
}

/** Walks a value without recursion, so that deep values cannot overflow the stack; stops at the size limit. */
class Scan {
  readonly errors: DocumentError[] = [];
  private bytes = 0;
  private readonly frames: Frame[] = [];

  run(root: unknown): DocumentError[] {
    this.frames.push({ value: root, step: '', parent: null, depth: 1, link: false });
    for (let frame = this.frames.pop(); frame; frame = this.frames.pop()) {
      this.visit(frame);
      if (this.bytes > limits.bytes)
        return [{ pointer: '', code: 'document.too-large', message: messageOf('document.too-large') }];
      if (this.errors.length >= limits.errors) break;
    }
    return this.errors;
  }

  private visit(frame: Frame): void {
    const { value } = frame;
    if (typeof value === 'string') return this.text(frame, value);
    if (typeof value === 'number') return this.number(frame, value);
    if (typeof value === 'boolean' || value === null) return this.addBytes(4 + Number(value === false));
    if (typeof value !== 'object') return this.reject(frame, 'value.not-json');
    if (frame.depth > limits.depth) return this.reject(frame, 'document.too-deep');
    if (Array.isArray(value)) return this.array(frame, value);
    this.object(frame, value as Record<string, unknown>);
  }

  private text(frame: Frame, text: string): void {
    this.addBytes(jsonBytes(text));
    const code = textError(text, frame.link);
    if (code) this.reject(frame, code);
  }

  private number(frame: Frame, value: number): void {
    if (!Number.isFinite(value)) return this.reject(frame, 'value.not-json');
    this.addBytes(String(value).length);
  }

  private array(frame: Frame, values: unknown[]): void {
    if (values.length > limits.items) return this.reject(frame, 'array.too-long');
    this.addBytes(2 + Math.max(0, values.length - 1));
    for (let index = values.length - 1; index >= 0; index -= 1) {
      this.frames.push({ value: values[index], step: index, parent: frame, depth: frame.depth + 1, link: frame.link });
    }
  }

  private object(frame: Frame, object: Record<string, unknown>): void {
    const keys = Object.keys(object).filter((key) => object[key] !== undefined || key === '__proto__');
    this.addBytes(2 + Math.max(0, keys.length - 1));
    for (let index = keys.length - 1; index >= 0; index -= 1) {
      const key = keys[index] as string;
      this.addBytes(jsonBytes(key) + 1);
      const code = keyError(key);
      if (code) this.reject(frame, code);
      else
        this.frames.push({
          value: object[key],
          step: key,
          parent: frame,
          depth: frame.depth + 1,
          link: frame.link || isLinkName(key),
        });
      if (this.bytes > limits.bytes || this.errors.length >= limits.errors) return;
    }
  }

  private addBytes(bytes: number): void {
    this.bytes += bytes;
  }

  private reject(frame: Frame, code: string): void {
    const path: PathStep[] = [];
    for (let current: Frame = frame; current.parent; current = current.parent) path.unshift(current.step);
    this.errors.push({ pointer: toPointer(path), code, message: messageOf(code) });
  }
}

/** Bytes of a text as JSON in UTF-8, quotes included; texts over the size limit are not counted exactly. */
function jsonBytes(text: string): number {
  if (text.length > limits.bytes) return text.length;
  let bytes = 2;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit < 0x20) bytes += '\b\t\n\f\r'.includes(text.charAt(index)) ? 2 : 6;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** Checks what a schema cannot express: size, depth, list lengths, unreadable text, forbidden names and schemes. */
export function scan(value: unknown): DocumentError[] {
  return new Scan().run(value);
}

import { registerDecorator } from 'class-validator';

// NUL, lone surrogates, and the characters that reorder or hide text (Unicode bidi controls, zero-width, line separators).
const refused = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;

/** True when a text holds nothing that cannot be seen or that changes how its neighbours are read. */
export function isPlainText(value: unknown): value is string {
  return typeof value === 'string' && !refused.test(value);
}

/** A one-line text of letters that can be seen: for names, titles and addresses. */
export function IsPlainText(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'plainText',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: isPlainText,
        defaultMessage: () => `${String(property)} must be one line of visible characters`,
      },
    });
  };
}

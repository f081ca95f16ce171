import { registerDecorator } from 'class-validator';
import { isPlainText } from '../text/plain-text';

/** Validates one line of visible characters: for names, titles and addresses. */
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

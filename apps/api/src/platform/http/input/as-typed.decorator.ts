const typedFields = new WeakMap<object, Set<string>>();

/** Marks a secret, or the text of a file, that is taken exactly as typed: any character but NUL and half surrogates, also invisible ones. */
export function AsTyped(): PropertyDecorator {
  return (target, property) => {
    const fields = typedFields.get(target.constructor) ?? new Set<string>();
    typedFields.set(target.constructor, fields.add(String(property)));
  };
}

/** Whether a field of a class is taken exactly as typed. */
export function isAsTyped(type: object | undefined, property: string): boolean {
  return (type && typedFields.get(type)?.has(property)) ?? false;
}

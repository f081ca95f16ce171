import { ValidateIf } from 'class-validator';

/** Lets a field be left out; null is a value, and validated. `IsOptional` would let null pass all other rules. */
export function Omittable(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

import * as z from 'zod';
import { limits } from '../schema/limits';
import { asRecord, type PathStep, toPointer } from '../schema/pointer';
import { type DocumentError, messageOf } from './scan';

type Issue = z.core.$ZodIssue;

function toError(issue: Issue | undefined, path: readonly PathStep[]): DocumentError {
  const pointer = toPointer(path);
  if (issue?.code === 'invalid_type') {
    return { pointer, code: `type.expected-${issue.expected}`, message: `This must be of type ${issue.expected}.` };
  }
  const newer = issue?.code === 'too_big' && issue.origin !== 'string';
  const code = newer ? 'schema.newer' : issue?.code === 'too_big' ? 'text.too-long' : 'value.invalid';
  return { pointer, code, message: messageOf(code) };
}

/**
 * Checks a value against a schema part by part and stops at `limits.errors`. Zod collects every issue before it returns, and a list
 * of 200,000 issues overflows the stack.
 */
class ShapeCheck {
  readonly errors: DocumentError[] = [];
  private readonly path: PathStep[] = [];

  check(schema: unknown, value: unknown): void {
    if (schema instanceof z.ZodOptional) {
      if (value !== undefined) this.check(schema.unwrap(), value);
      return;
    }
    const record = asRecord(value);
    if (schema instanceof z.ZodObject && record) {
      for (const key in schema.shape) this.step(key, schema.shape[key], record[key]);
    } else if (schema instanceof z.ZodRecord && record) {
      for (const [key, entry] of Object.entries(record)) this.step(key, schema.valueType, entry);
    } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
      value.forEach((entry, index) => this.step(index, schema.element, entry));
    } else this.leaf(schema as z.ZodType, value);
  }

  private step(step: PathStep, schema: unknown, value: unknown): void {
    if (this.errors.length >= limits.errors) return;
    this.path.push(step);
    this.check(schema, value);
    this.path.pop();
  }

  private leaf(schema: z.ZodType, value: unknown): void {
    const { error } = schema.safeParse(value);
    if (error) this.errors.push(toError(error.issues[0], this.path));
  }
}

/** The errors of a value against a schema, at most `limits.errors`. */
export function shapeErrors(schema: z.ZodType, value: unknown): DocumentError[] {
  const shape = new ShapeCheck();
  shape.check(schema, value);
  return shape.errors;
}

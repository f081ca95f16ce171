import { type ArgumentMetadata, Injectable, ValidationError, ValidationPipe } from '@nestjs/common';
import type { InputFault } from '../../errors/domain-error';
import { invalidRequest, notFound } from '../../errors/problem';
import { isPlainText, isStorableText } from '../../text/plain-text';
import { isAsTyped } from './as-typed.decorator';

const message = 'Some fields are invalid.';

/**
 * Checks every body and query against its class: unknown fields are rejected, each fault is named by its pointer, and every
 * text is one line of visible characters unless its field says otherwise. A path with other characters names nothing.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: (errors) => invalidRequest(message, { errors: errors.flatMap((error) => faultsOf(error, '')) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param') {
      if (faultyTextIn(value, isPlainText).length > 0) throw notFound();
      return value;
    }
    // A body without a class is checked by the schema of its reader.
    const isChecked = metadata.type === 'query' || (metadata.type === 'body' && hasClass(metadata));
    if (!isChecked) return super.transform(value, metadata);
    const pointer = metadata.data === undefined ? '' : `/${metadata.data}`;
    refuse(faultyTextIn(value, isStorableText, pointer));
    const transformed: unknown = await super.transform(value, metadata);
    refuse(faultyTextIn(transformed, isPlainText, pointer, metadata.metatype));
    return transformed;
  }
}

function refuse(errors: InputFault[]): void {
  if (errors.length > 0) throw invalidRequest(message, { errors });
}

function hasClass({ metatype }: ArgumentMetadata): boolean {
  return metatype !== undefined && metatype !== Object;
}

/** The invalid texts in a value, except in the fields of its class that are used exactly as typed. */
function faultyTextIn(value: unknown, isRight: (text: string) => boolean, pointer = '', type?: object): InputFault[] {
  if (typeof value === 'string') return isRight(value) ? [] : [faultyText(pointer)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([property, part]) =>
    isAsTyped(type, property) ? [] : faultyTextIn(part, isRight, `${pointer}/${escaped(property)}`),
  );
}

function faultyText(pointer: string): InputFault {
  const field = pointer.slice(pointer.lastIndexOf('/') + 1);
  return { pointer, code: 'plainText', message: sentence(`${field} must be one line of visible characters`) };
}

function faultsOf(error: ValidationError, parent: string): InputFault[] {
  const pointer = `${parent}/${escaped(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, text]) => ({
    pointer,
    code: code === 'whitelistValidation' ? 'unknown' : code,
    message: code === 'whitelistValidation' ? 'Unknown field.' : sentence(text),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** A name as a part of a pointer (RFC 6901). */
function escaped(property: string): string {
  return property.replaceAll('~', '~0').replaceAll('/', '~1');
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return begun.endsWith('.') ? begun : `${begun}.`;
}

import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { InputFault } from '../errors/domain-error';
import { invalidRequest } from '../errors/problem';

/** Checks every body and query against its class: unknown fields are refused, and each fault is named by its pointer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) =>
      invalidRequest('Some fields are not right.', { errors: errors.flatMap((error) => faultsOf(error, '')) }),
  });
}

function faultsOf(error: ValidationError, parent: string): InputFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    pointer,
    code: code === 'whitelistValidation' ? 'unknown' : code,
    message: code === 'whitelistValidation' ? 'This field is not known here.' : sentence(message),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return text.endsWith('.') ? text : `${text}.`;
}

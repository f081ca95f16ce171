import { invalidRequest } from '../../errors/problem';
import { jsonFault } from './json-fault';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes in UTF-8. @throws {DomainError} `request.invalid` */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalidRequest('The body is not UTF-8.');
  }
}

/** Parses the bytes of a JSON body that no parser of the server has read. @throws {DomainError} `request.invalid` */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeUtf8(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidRequest('The body is not JSON.');
  }
  const fault = jsonFault(text);
  if (fault !== null) throw invalidRequest(fault);
  return value;
}

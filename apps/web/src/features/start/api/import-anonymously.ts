import { postImport } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import type { Imported } from '@/lib/api/types';

const bodySerializer = (body: unknown) => body as FormData;

/**
 * Reads a file without an account; the answer is the only copy. @throws ApiProblem file.type, file.too-large,
 * import.pdf-unreadable, import.pdf-without-text, import.archive, document.invalid, request.too-many, work.busy
 */
export async function importAnonymously(file: File): Promise<Imported> {
  const form = new FormData();
  form.append('file', file);
  return (await callAnonymously(postImport, { body: form, bodySerializer })).data;
}

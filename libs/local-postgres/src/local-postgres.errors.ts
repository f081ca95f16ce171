/** Why a local PostgreSQL could not be started; stable, for callers that react to the reason. */
export type LocalPostgresErrorCode =
  | 'port-taken'
  | 'folder-not-writable'
  | 'folder-broken'
  | 'folder-other-version'
  | 'folder-busy'
  | 'binary-missing'
  | 'user-missing'
  | 'start-failed';

/** An error of this library: one sentence for a person in `message`, the reason for a program in `code`. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError';

  constructor(
    readonly code: LocalPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether an error of the file system means that the path is not writable. */
export function isWriteRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST';
}

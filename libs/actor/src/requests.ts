/** The result of a typed request. */
export interface ApiResult<Body> {
  readonly data?: Body;
  readonly error?: unknown;
  readonly response: Response;
}

/** A request of an actor that was rejected. */
export class ActorError extends Error {
  override readonly name = 'ActorError';

  constructor(
    message: string,
    /** The status of the request that was rejected. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** The body of a request that must succeed. @throws {ActorError} when it does not */
export async function bodyOf<Body>(request: Promise<ApiResult<Body>>): Promise<Body> {
  const { data, error, response } = await request;
  if (response.ok) return data as Body;
  const problem = JSON.stringify(error)?.slice(0, 500);
  throw new ActorError(`${response.url} responded ${response.status}: ${problem}`, response.status);
}

/** The version of a document from its response's ETag. @throws {ActorError} when it has no ETag */
export function etagOf(response: Response): string {
  const etag = response.headers.get('etag');
  if (etag === null)
    throw new ActorError(`${response.url} responded ${response.status} without an ETag.`, response.status);
  return etag;
}

/** The Idempotency-Key header of a write. */
export function idempotencyKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': crypto.randomUUID() };
}

/** The body of an upload: a file as multipart form data. */
export function fileForm(bytes: Uint8Array, fileName: string) {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), fileName);
  return { body: { file: fileName }, bodySerializer: () => form };
}

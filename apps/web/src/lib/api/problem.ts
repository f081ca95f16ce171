/** One complaint about one field of a request; `pointer` is a JSON pointer into the body. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

/** A problem of the API (RFC 9457) or of the network; `code` is stable, `extras` holds its additional members. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly errors: FieldProblem[] = [],
    readonly extras: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'ApiProblem';
  }

  /** True when trying again later may work: no network, or the server's own failure. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** The problem for a request that got no answer. */
export function networkProblem(): ApiProblem {
  return new ApiProblem(0, 'network');
}

/** Reads an answer that is not a success. Anything that is not a problem document becomes `unexpected`. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (!isRecord(body)) return new ApiProblem(response.status, codeOfStatus(response.status));
  const { code, errors, ...extras } = body;
  return new ApiProblem(
    response.status,
    typeof code === 'string' ? code : codeOfStatus(response.status),
    Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
    extras,
  );
}

/** The key of a problem's sentence in the message catalogue; codes use dots and dashes, which keys may not. */
export function problemKey(code: string): string {
  return code.replace(/[.-]/g, '_');
}

function codeOfStatus(status: number): string {
  if (status === 404) return 'not-found';
  return status === 429 ? 'request.too-many' : 'unexpected';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.pointer === 'string' && typeof value.message === 'string';
}

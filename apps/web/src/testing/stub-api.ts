/** A request that the page sent, as the API sees it. */
export interface SentRequest {
  method: string;
  /** below `/api` */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

/** A response of the stubbed API: JSON by default, or the text of a file. */
export interface StubResponse {
  status?: number;
  body?: unknown;
  file?: string;
  headers?: Record<string, string>;
}

type Reply = StubResponse | ((request: SentRequest) => StubResponse | Promise<StubResponse>);

let unexpected: string[] = [];

afterEach(() => {
  const routes = unexpected;
  unexpected = [];
  expect(routes).toEqual([]);
});

/**
 * Replaces the network of a spec. Routes are `GET /profiles/p1`; a list of replies is used up one by one and its last one stays.
 * A request without a route fails the test.
 */
export function stubApi(routes: Record<string, Reply | Reply[]>) {
  const requests: SentRequest[] = [];
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const sent = await readRequest(input, init);
    const route = `${sent.method} ${sent.path}`;
    const reply = routes[route];
    if (reply === undefined) unexpected.push(route);
    requests.push(sent);
    const next = Array.isArray(reply) ? (reply.length > 1 ? reply.shift() : reply[0]) : reply;
    return responseOf(typeof next === 'function' ? await next(sent) : (next ?? { status: 500 }));
  };
  return {
    requests,
    /** the requests of one route, oldest first */
    sent: (route: string) => requests.filter(({ method, path }) => `${method} ${path}` === route),
  };
}

/** A problem as the API sends it (RFC 9457). */
export function problem(status: number, code: string, extras: object = {}): StubResponse {
  return { status, body: { status, code, ...extras } };
}

/** A network that cannot be reached. */
export function stubOffline(): void {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
}

async function readRequest(input: RequestInfo | URL, init: RequestInit = {}): Promise<SentRequest> {
  const request = input instanceof Request ? input : null;
  const { pathname, searchParams } = new URL(request ? request.url : String(input), window.location.href);
  return {
    method: init.method ?? request?.method ?? 'GET',
    path: pathname.replace(/^\/api/, ''),
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(new Headers(init.headers ?? request?.headers)),
    body: init.body instanceof FormData ? init.body : await readBody(request, init.body),
  };
}

async function readBody(request: Request | null, body: BodyInit | null | undefined): Promise<unknown> {
  if (request && Object.hasOwn(request, 'formData')) return request.formData();
  const text = typeof body === 'string' ? body : ((await request?.text()) ?? '');
  return text === '' ? undefined : JSON.parse(text);
}

function responseOf({ status = 200, body, file, headers }: StubResponse): Response {
  const content = file ?? (body === undefined ? null : JSON.stringify(body));
  const type = file === undefined ? 'application/json' : 'application/octet-stream';
  return new Response(status === 204 ? null : content, { status, headers: { 'content-type': type, ...headers } });
}

import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD';

/** A request of a spec. */
export interface TestRequest {
  body?: unknown;
  headers?: Record<string, string>;
}

/** The response; `body` is the parsed JSON of a JSON response. */
export interface TestResponse<Body> {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  bytes: Buffer;
  cookies: { name: string; value: string }[];
  body: Body;
}

/** Sends requests to an application without a socket, as one caller. */
export class ApiCaller {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same application, with headers added. */
  with(headers: Record<string, string>): ApiCaller {
    return new ApiCaller(this.app, { ...this.headers, ...headers });
  }

  get<Body = Record<string, unknown>>(url: string, request?: TestRequest): Promise<TestResponse<Body>> {
    return this.send<Body>('GET', url, request);
  }

  post<Body = Record<string, unknown>>(url: string, request?: TestRequest): Promise<TestResponse<Body>> {
    return this.send<Body>('POST', url, request);
  }

  put<Body = Record<string, unknown>>(url: string, request?: TestRequest): Promise<TestResponse<Body>> {
    return this.send<Body>('PUT', url, request);
  }

  async send<Body>(method: Method, url: string, { body, headers }: TestRequest = {}): Promise<TestResponse<Body>> {
    const raw = typeof body === 'string' || Buffer.isBuffer(body) || body instanceof Readable;
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      ...(body !== undefined && { payload: raw ? body : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, value?.toString()])),
      text: answer.payload,
      bytes: answer.rawPayload,
      cookies: answer.cookies,
      body: (isJson && answer.payload ? JSON.parse(answer.payload) : undefined) as Body,
    };
  }
}

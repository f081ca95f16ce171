import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type ContractSchema, exampleOf, type Method } from '../contract-operations';
import { headerText, json, text } from './hostile-values';

/** A request as the fuzzer sends it. */
export interface HostileRequest {
  method: Method;
  /** The path of the contract, or of a route that the contract leaves out. */
  template: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
  /** 0: nobody; 1: the person; 2: a forged token. */
  caller: 0 | 1 | 2;
}

/** What a valid request is made of. */
export interface KnownValues {
  profiles: readonly string[];
  etag: string;
}

interface Parameter {
  in: string;
  name: string;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: ContractSchema } | undefined> };
}

/** Mostly the first, now and then the second. */
function mostly<T, U>(first: fc.Arbitrary<T>, second: fc.Arbitrary<U>, weight = 4): fc.Arbitrary<T | U> {
  return fc.oneof({ arbitrary: first, weight }, { arbitrary: second, weight: 1 });
}

/** Percent-encodes what a client can; half surrogates go as the bytes that UTF-8 forbids. */
function encoded(value: string): string {
  return value.replace(/[^\w.~-]/gu, (part) => (/\p{Cs}/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part)));
}

function bodyOf(schema: ContractSchema): fc.Arbitrary<string> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, of]) => [
      name,
      mostly(
        fc.constant(0).map(() => exampleOf(of)),
        json,
        3,
      ),
    ]),
  );
  const body = fc.record(fields, { requiredKeys: schema.required ?? [] });
  const fuller = fc.tuple(body, fc.dictionary(text, json, { maxKeys: 1 })).map(([own, more]) => ({ ...own, ...more }));
  const written = fc.oneof({ arbitrary: body, weight: 6 }, fuller, json).map((value) => JSON.stringify(value));
  return mostly(
    written,
    fc.constantFrom('', '{', '[', '{"a":1,"a":2}', '['.repeat(5_000), '{"__proto__":{}}', '\ufeff{}', 'nul'),
    12,
  );
}

const documents = fc
  .record(
    {
      basics: mostly(
        fc.record({ name: json, email: json, url: json, profiles: json, location: json }, { requiredKeys: [] }),
        json,
      ),
      work: mostly(
        fc.array(mostly(fc.record({ name: json, startDate: json, highlights: json }), json), { maxLength: 3 }),
        json,
      ),
      skills: json,
      meta: mostly(fc.record({ canar: mostly(fc.record({ layout: json, design: json, locale: json }), json) }), json),
    },
    { requiredKeys: [] },
  )
  .map((value): unknown => value);

const types = fc.constantFrom(
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/pdf',
  'application/zip',
  'image/png',
  'application/xml',
  'x',
  'application/json;',
);

/** Requests of one operation, valid in most of their parts and hostile in the others. */
function requestsOf(method: Method, template: string, operation: Operation, schemas: Schemas, known: KnownValues) {
  const parameters = [...template.matchAll(/{(\w+)}/g)].map(([, name = '']) => name);
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const content = operation.requestBody?.content['application/json'];
  const named = schemas[content?.schema?.$ref?.split('/').pop() ?? ''] ?? content?.schema ?? {};
  const payload = template.endsWith('/import')
    ? mostly(documents, json).map((value) => JSON.stringify(value))
    : template.endsWith('/draft')
      ? mostly(
          documents.map((document) => JSON.stringify({ document })),
          bodyOf(named),
        )
      : bodyOf(named);
  return fc
    .record({
      path: fc.tuple(...parameters.map((name) => mostly(validPart(name, known), text))),
      query: fc.array(
        fc.tuple(
          mostly(fc.constantFrom(...queries, 'limit'), text),
          mostly(fc.constantFrom('1', 'draft', '2026-01-01'), text, 1),
        ),
        { maxLength: 3 },
      ),
      payload: method === 'GET' ? fc.constant(undefined) : mostly(payload, fc.constant(undefined), 8),
      type: mostly(fc.constant('application/json'), types, 12),
      key: mostly(fc.uuid(), headerText),
      version: mostly(fc.constantFrom('*', known.etag), headerText),
      caller: fc.constantFrom<(0 | 1 | 2)[]>(1, 1, 1, 1, 1, 1, 1, 1, 0, 2),
    })
    .map(({ path, query, payload: sent, type, key, version, caller }): HostileRequest => {
      let index = 0;
      const filled = template.replace(/{\w+}/g, () => encoded(path[index++] ?? ''));
      const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
      const headers: Record<string, string> = { 'idempotency-key': key, 'if-match': version };
      const url = `${filled}${asked && `?${asked}`}`;
      if (sent === undefined) return { method, template, url, headers, caller };
      return { method, template, url, headers: { ...headers, 'content-type': type }, payload: sent, caller };
    });
}

function validPart(name: string, { profiles }: KnownValues): fc.Arbitrary<string> {
  if (name === 'id') return fc.constantFrom(...profiles);
  if (name === 'number') return fc.constantFrom('1', '2');
  if (name === 'act') return fc.constantFrom('pay', 'decline', 'abandon');
  if (name === 'form') return fc.constantFrom('json', 'md', 'vcf', 'docx');
  if (name === 'slug') return fc.constantFrom('fuzzed-page', 'nobody');
  if (name === 'provider') return fc.constant('sandbox');
  return fc.uuid();
}

type Schemas = Record<string, ContractSchema>;

const query = (...names: string[]): Operation => ({ parameters: names.map((name) => ({ in: 'query', name })) });

/** Routes that the contract leaves out: pages and files for visitors, and addresses that the API hands out. */
const unlisted: [Method, string, Operation][] = [
  ['GET', '/p/{slug}', query('from')],
  ['GET', '/p/{slug}.json', {}],
  ['GET', '/p/{slug}/qr.svg', {}],
  ['GET', '/p/{slug}/cv.pdf', {}],
  ['GET', '/p/{slug}/s/{token}', {}],
  ['GET', '/p/{slug}/photo/{file}', {}],
  ['POST', '/p/{slug}/unlock', {}],
  ['GET', '/p/media/{file}', {}],
  ['GET', '/p/sitemap.xml', query('from')],
  ['GET', '/api/dev/mailbox', query('to', 'secret')],
  ['GET', '/api/dev/mailbox/{mail}', {}],
  ['PUT', '/api/uploads', query('ticket')],
  ['GET', '/api/photos/{tenant}/{file}', query('until', 'signature')],
  ['GET', '/api/{anything}', {}],
];

/** Requests of every operation, each as likely as another. */
export function hostileRequests(contract: OpenAPIObject, known: KnownValues): fc.Arbitrary<HostileRequest> {
  const schemas = (contract.components?.schemas ?? {}) as Schemas;
  const listed = Object.entries(contract.paths).flatMap(([template, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(
      ([method, operation]) => [method.toUpperCase() as Method, template, operation] as const,
    ),
  );
  return fc.oneof(
    ...[...listed, ...unlisted].map(([method, template, operation]) =>
      requestsOf(method, template, operation, schemas, known),
    ),
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { programPath } from '@canar/test-programs';
import fc from 'fast-check';

interface Request {
  uri: string;
  querystring: Record<string, { value: string; multiValue?: { value: string }[] }>;
}

interface Redirect {
  statusCode: number;
  headers: { location: { value: string } };
}

type Query = Request['querystring'];
type Answer = (uri: string, querystring?: Query) => Request | Redirect;

const file = join(__dirname, 'site-paths.js');
const code = readFileSync(file, 'utf8');
const handler = runInNewContext(`${code}\nhandler`) as (event: { request: Request }) => Request | Redirect;
const answerOfNode: Answer = (uri, querystring = {}) => handler({ request: { uri, querystring } });

/** njs, nginx's JavaScript, is the engine that CloudFront's runtime is a kin of, and reads as little of the language. */
const njs = programPath('njs', process.env);
const answerOfNjs: Answer = (uri, querystring = {}) => {
  const event = JSON.stringify({ request: { uri, querystring } });
  const program = `${code}\nconsole.log(JSON.stringify(handler(${event})));`;
  const { stdout, stderr } = spawnSync(String(njs), ['-'], { input: program, encoding: 'utf8' });
  if (stderr !== '' || !stdout.startsWith('{')) throw new Error(`njs: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Request | Redirect;
};
const engines: [string, Answer][] = [['Node.js', answerOfNode]];
if (njs) engines.push(['njs', answerOfNjs]);

describe.each(engines)('the paths of the export, run by %s', (_engine, answerTo) => {
  const fileFor = (uri: string) => (answerTo(uri) as Request).uri;
  const redirectFrom = (uri: string, querystring?: Query) => {
    const { statusCode, headers } = answerTo(uri, querystring) as Redirect;
    return `${statusCode} ${headers.location.value}`;
  };

  it.each([
    ['/', '/index.html'],
    ['/pricing/', '/pricing/index.html'],
    ['/sample/modern/', '/sample/modern/index.html'],
    ['/hi/', '/hi/index.html'],
    ['/hi/pricing/', '/hi/pricing/index.html'],
  ])('maps %s to the file %s', (uri, file) => {
    expect(fileFor(uri)).toBe(file);
  });

  it.each([
    '/favicon.svg',
    '/404.html',
    '/pricing/index.txt',
    '/hi/__next._full.txt',
    '/plans/__next.$d$locale.!KHNpZ25lZC1pbik.txt',
    '/_next/static/chunks/0a1b.js',
  ])('leaves the file %s unchanged', (uri) => {
    expect(fileFor(uri)).toBe(uri);
  });

  it.each([
    ['/pricing', '301 /pricing/'],
    ['/hi', '301 /hi/'],
    ['/hi/sample/modern', '301 /hi/sample/modern/'],
  ])('redirects %s to the canonical address %s', (uri, redirect) => {
    expect(redirectFrom(uri)).toBe(redirect);
  });

  it('preserves the query, including repeated names', () => {
    const query = { profile: { value: 'a%20b' }, tag: { value: 'y', multiValue: [{ value: 'x' }, { value: 'y' }] } };
    expect(redirectFrom('/edit', { ...query, print: { value: '' } })).toBe(
      '301 /edit/?profile=a%20b&tag=x&tag=y&print',
    );
  });
});

describe('the function of the paths', () => {
  it('never redirects to another site, for any beginning of the path', () => {
    const beginnings = fc.constantFrom('/', '\\', '\t', '\n', ' ', 'x', 'evil.example/x');
    fc.assert(
      fc.property(fc.array(beginnings, { maxLength: 6 }), (parts) => {
        const answer = answerOfNode(`/${parts.join('')}`);
        if (!('statusCode' in answer)) return true;
        const target = new URL(answer.headers.location.value, 'https://canar.example');
        return target.origin === 'https://canar.example';
      }),
    );
  });

  it("stays below CloudFront's ten kilobytes for a function", () => {
    expect(Buffer.byteLength(code)).toBeLessThan(10_240);
  });
});

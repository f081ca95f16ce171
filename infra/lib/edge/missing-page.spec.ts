import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

interface Answer {
  status: string;
  headers: Record<string, unknown>;
  body?: string;
}
type Handler = (event: object) => Promise<Answer>;

const code = readFileSync(join(__dirname, 'missing-page.js'), 'utf8');

/** The function as a fresh copy at an edge, before a site whose 404 page answers like this. */
function edgeBefore(page: () => Promise<{ ok: boolean; text: () => Promise<string> }>) {
  const asked: string[] = [];
  const exports: { handler?: Handler } = {};
  const clock = { now: 0 };
  const fetch = (address: string) => {
    asked.push(address);
    return page();
  };
  runInNewContext(code, { exports, fetch, Date: { now: () => clock.now } });
  const answer = (status: string, uri = '/nowhere/index.html') => {
    const response: Answer = { status, headers: { 'content-type': [{ value: 'application/xml' }] } };
    const cf = { config: { distributionDomainName: 'd1.cloudfront.net' }, request: { uri }, response };
    if (!exports.handler) throw new Error('The file exports no handler');
    return exports.handler({ Records: [{ cf }] });
  };
  return { answer, asked, clock };
}

const found = (html: string) => () => Promise.resolve({ ok: true, text: () => Promise.resolve(html) });

describe('a page that is not there', () => {
  it.each(['403', '404'])("serves the site's own page with status 404 when S3 answers %s", async (status) => {
    const edge = edgeBefore(found('<h1>Not here</h1>'));
    expect(await edge.answer(status)).toEqual({
      status: '404',
      statusDescription: 'Not Found',
      headers: { 'content-type': [{ key: 'Content-Type', value: 'text/html; charset=utf-8' }] },
      body: '<h1>Not here</h1>',
    });
    expect(edge.asked).toEqual(['https://d1.cloudfront.net/404.html']);
  });

  it.each(['200', '206', '304', '500', '503'])('forwards the response %s unchanged', async (status) => {
    const edge = edgeBefore(found('x'));
    expect((await edge.answer(status)).status).toBe(status);
    expect(edge.asked).toEqual([]);
  });

  it('fetches the page for 404 once a minute', async () => {
    const edge = edgeBefore(found('x'));
    await edge.answer('403');
    edge.clock.now = 59_000;
    await edge.answer('403');
    expect(edge.asked).toHaveLength(1);
    edge.clock.now = 61_000;
    await edge.answer('403');
    expect(edge.asked).toHaveLength(2);
  });

  it('answers plain text before the first upload and does not recurse', async () => {
    const edge = edgeBefore(() => Promise.reject(new Error('no network')));
    expect((await edge.answer('403')).body).toBe('This page does not exist.');
    expect((await edge.answer('403', '/404.html')).body).toBe('This page does not exist.');
    expect(edge.asked).toHaveLength(1);
  });

  it('stays below the four kilobytes of a template', () => {
    expect(code.length).toBeLessThan(4096);
  });
});

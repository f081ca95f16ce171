import { createRequire } from 'node:module';
import { Actor } from '@canar/actor';
import { comparedRow, ms } from './figures';
import { type LimitServer, startLimit } from './limit-server';
import { loadRound, type Round } from './load';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';

const rounds = 7;
const secondsOfRound = 4;
const warmUpSeconds = 3;

const method = `A published profile (the senior engineer of \`@jsonresume/schema\`) is asked for over 100 open connections, each of which asks
again as soon as it has its answer; ${rounds} rounds of ${secondsOfRound} s each, in turns. Ours is the built API with the settings of a
deployment (a line of log for each request, metrics, security headers) in one process; the page is in its memory. The limit answers with
the same head and body from bare \`node:http\`. The load is made on the same cores. Processor time is what the server's process took. Where the load is the slower side, requests a
second of both servers are the load's own, and the processor time alone tells them apart.`;

/** Compares the cached public page with bare node:http that sends the same bytes. */
export async function benchPublicPage(): Promise<void> {
  const resume = createRequire(__filename)('@jsonresume/schema/examples/senior-engineer.resume.json') as object;
  const product = await MeasuredProduct.start();
  let bare: LimitServer | undefined;
  try {
    const owner = await Actor.subscriber(product.origin);
    await owner.publish(await owner.createSavedProfile('Engineer', resume), 'lena-vasquez', { hiddenFields: [] });
    const ours = { url: `${product.origin}/p/lena-vasquez`, pid: product.pid };
    const page = await pageAt(ours.url);
    bare = await startLimit('bare-http.mjs', page);
    if ((await pageAt(bare.url)).body !== page.body) throw new Error('The limit does not send the same bytes.');
    const measured = await inTurns(bare, ours);
    const title = 'Public page';
    await report({ name: 'public-page', title, method, rows: rowsOf(measured, Buffer.byteLength(page.body)) });
  } finally {
    bare?.child.kill();
    await product.close();
  }
}

interface Server {
  url: string;
  pid: number;
}

interface Page {
  body: string;
  headers: Record<string, string>;
}

async function inTurns(limit: Server, ours: Server): Promise<{ limit: Round[]; ours: Round[] }> {
  for (const { url, pid } of [limit, ours]) await loadRound(url, pid, warmUpSeconds);
  const measured: { limit: Round[]; ours: Round[] } = { limit: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.limit.push(await loadRound(limit.url, limit.pid, secondsOfRound));
    measured.ours.push(await loadRound(ours.url, ours.pid, secondsOfRound));
  }
  return measured;
}

function rowsOf(measured: { limit: Round[]; ours: Round[] }, bytes: number): Row[] {
  const by = (figure: (round: Round) => number) => ({
    limit: measured.limit.map(figure),
    ours: measured.ours.map(figure),
  });
  const kB = (bytes / 1000).toFixed(1);
  return [
    comparedRow(
      by(({ requestsPerSecond }) => requestsPerSecond),
      {
        what: `\`GET /p/:slug\`, cached, ${kB} kB: requests/s`,
        show: (value) => Math.round(value).toLocaleString('en'),
        goal: '≥ 0.7',
        meets: (ratio) => ratio >= 0.7,
      },
    ),
    comparedRow(
      by(({ p99 }) => p99),
      { what: 'the same: p99', show: ms, goal: '≤ 2', meets: (ratio) => ratio <= 2 },
    ),
    comparedRow(
      by(({ processor }) => processor ?? Number.NaN),
      { what: 'the same: processor time of a request', show: (value) => `${value.toFixed(0)} µs`, goal: '–' },
    ),
  ];
}

/** The response of the product, without the headers that node:http adds. */
async function pageAt(url: string): Promise<Page> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  const own = ['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'];
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
  return { body: await answer.text(), headers };
}

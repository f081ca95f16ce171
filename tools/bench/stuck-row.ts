import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Actor } from '@canar/actor';
import { statusOf } from './hostile';
import { MeasuredProduct } from './product';
import { report, type Row } from './report';
import { quantile } from './statistics';

const lockedMs = 15_000;
const savesAtOnce = 8;
const otherEveryMs = 40;

const method = `The account row of one tenant is locked by hand for ${lockedMs / 1000} s while ${savesAtOnce} of its saves wait for it, again and again; meanwhile another tenant asks for
its credits, its ledger, its profiles and its user, one request every ${otherEveryMs} ms. The limit is the same as long without the lock. Pool of four
connections, one process.`;

const addresses = ['/api/credits', '/api/profiles', '/api/user', '/api/credits/entries'];

async function timesOf(other: Actor, untilMs: number): Promise<{ times: number[]; failed: number }> {
  const until = performance.now() + untilMs;
  const times: number[] = [];
  let failed = 0;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const begun = performance.now();
    const status = await statusOf(other, '10.0.0.1', addresses[turn % addresses.length] as string);
    times.push(performance.now() - begun);
    if (status !== 200) failed += 1;
    await pause(otherEveryMs);
  }
  return { times, failed };
}

/** Measures how a locked row of one tenant delays another. */
export async function benchStuckRow(): Promise<void> {
  const product = await MeasuredProduct.start({ DATABASE_POOL_SIZE: '4' });
  const database = new Client({ connectionString: product.adminDatabaseUrl });
  try {
    await database.connect();
    const [stuck, other] = [await Actor.subscriber(product.origin), await Actor.subscriber(product.origin)];
    await other.createPublishedProfile('other-page');
    const edits = await Promise.all(
      Array.from({ length: savesAtOnce }, (_, index) => stuck.createEditedProfile(`Stuck ${index}`)),
    );
    await timesOf(other, 2_000);
    const quiet = await timesOf(other, lockedMs);
    await database.query('BEGIN');
    await database.query('SELECT 1 FROM credits.accounts WHERE tenant_id = $1 FOR UPDATE', [stuck.tenantId]);
    const statuses: Record<number, number> = {};
    let locked = true;
    const saves = edits.map(async ({ id, etag }) => {
      while (locked) {
        const status = await save(stuck, id, etag);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    });
    const beside = await timesOf(other, lockedMs);
    locked = false;
    await database.query('ROLLBACK');
    await Promise.all(saves);
    console.log('Answers to the saves of the locked tenant, by status:', statuses);
    await report({ name: 'stuck-row', title: 'A locked row of another tenant', method, rows: rowsOf(quiet, beside) });
  } finally {
    await database.end();
    await product.close();
  }
}

function save(actor: Actor, id: string, etag: string): Promise<number> {
  return statusOf(actor, '10.0.0.2', `/api/profiles/${id}/revisions`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'if-match': etag, 'idempotency-key': crypto.randomUUID() },
  });
}

type Times = Awaited<ReturnType<typeof timesOf>>;
const maxRatio = 2;

function rowsOf(quiet: Times, beside: Times): Row[] {
  const compared = (what: string, share: number): Row => {
    const [limit, ours] = [quantile(quiet.times, share), quantile(beside.times, share)];
    const ratio = ours / limit;
    const shown = [limit, ours].map((value) => `${value.toFixed(1)} ms`);
    return {
      what,
      limit: shown[0] ?? '',
      ours: shown[1] ?? '',
      ratio: ratio.toFixed(2),
      goal: `≤ ${maxRatio}`,
      met: ratio <= maxRatio,
    };
  };
  return [
    compared(`another tenant, ${beside.times.length} requests: median`, 0.5),
    compared('the same: p99', 0.99),
    {
      what: 'requests of the other tenant that were not answered with 200',
      limit: String(quiet.failed),
      ours: String(beside.failed),
      ratio: '–',
      goal: '0',
      met: beside.failed === 0,
    },
  ];
}

import { createRequire } from 'node:module';
import { Client } from 'pg';
import { comparedRow } from './figures';
import { startLimit } from './limit-server';
import { loadRound, type Round } from './load';
import { prepareBareSaves } from './postgres-load';
import { MeasuredProduct } from './product';
import { isShort, report, type Row } from './report';

const rounds = isShort ? 1 : 7;
const seconds = isShort ? 2 : 4;
const warmUpSeconds = isShort ? 2 : 4;
const connections = 32;

const method = `A signed-in person asks for the draft of a profile (the senior engineer of \`@jsonresume/schema\`) and for themselves, over ${connections} open
connections; ${rounds} rounds of ${seconds} s each, in turns. Ours is the built API with the settings of a deployment in one process, with row-level security,
session, limits, log and metrics. The limit is Fastify with node-postgres, which sends the stored text of one row that it finds by index, by a prepared
statement without a transaction (\`limits/fastify-pg.mjs\`), on the same server. The load is made on the same cores; processor time is that of the process alone.`;

const goals = { draft: 0.6, user: 0.8 };

/** Compares signed-in reads with Fastify and node-postgres that read one row. */
export async function benchReads(): Promise<void> {
  const resume = createRequire(__filename)('@jsonresume/schema/examples/senior-engineer.resume.json') as object;
  const product = await MeasuredProduct.start({ RATE_LIMITS: 'relaxed', DATABASE_POOL_SIZE: '8' });
  const database = new Client({ connectionString: product.adminDatabaseUrl });
  try {
    const owner = await product.subscriber();
    const id = await owner.createProfile('Engineer');
    await owner.editDraft(id, resume);
    await database.connect();
    await prepareBareSaves(database, [{ accounts: 1, profiles: 1 }], resume);
    const limit = await startLimit('fastify-pg.mjs', { connectionString: product.adminDatabaseUrl });
    const request = { connections, headers: { authorization: `Bearer ${owner.accessToken}` } };
    const sides = {
      limit: (time: number) => loadRound(limit.url, limit.pid, time, { connections }),
      draft: (time: number) => loadRound(`${product.origin}/api/profiles/${id}/draft`, product.pid, time, request),
      user: (time: number) => loadRound(`${product.origin}/api/user`, product.pid, time, request),
    };
    try {
      await report({ name: 'reads', title: 'Signed-in reads', method, rows: rowsOf(await inTurns(sides)) });
    } finally {
      limit.child.kill();
    }
  } finally {
    await database.end();
    await product.close();
  }
}

type Side = 'limit' | keyof typeof goals;

async function inTurns(sides: Record<Side, (seconds: number) => Promise<Round>>): Promise<Record<Side, Round[]>> {
  const measured: Record<Side, Round[]> = { limit: [], draft: [], user: [] };
  for (const load of Object.values(sides)) await load(warmUpSeconds);
  for (let round = 0; round < rounds; round += 1)
    for (const side of Object.keys(sides) as Side[]) measured[side].push(await sides[side](seconds));
  return measured;
}

function rowsOf(measured: Record<Side, Round[]>): Row[] {
  return (Object.keys(goals) as (keyof typeof goals)[]).flatMap((side) => {
    const by = (figure: (round: Round) => number) => ({
      limit: measured.limit.map(figure),
      ours: measured[side].map(figure),
    });
    const what = side === 'draft' ? '`GET /api/profiles/:id/draft`' : '`GET /api/user`';
    const goal = goals[side];
    return [
      comparedRow(
        by(({ requestsPerSecond }) => requestsPerSecond),
        {
          what: `${what}: requests/s`,
          show: (value) => Math.round(value).toLocaleString('en'),
          goal: `≥ ${goal}`,
          meets: (ratio) => ratio >= goal,
        },
      ),
      comparedRow(
        by(({ processor }) => processor ?? Number.NaN),
        { what: `${what}: processor time of a request`, show: (value) => `${value.toFixed(0)} µs`, goal: '–' },
      ),
    ];
  });
}

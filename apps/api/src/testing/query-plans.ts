import { Client } from 'pg';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'TID Cond'?: string;
  Plans?: PlanNode[];
}

const wholeIndex = new Set(['Index Scan', 'Index Only Scan', 'Bitmap Index Scan']);

/** The tables that a statement would read as a whole, whatever its parameters are, when they have grown. */
export async function tablesReadWhole(client: Client, statement: string): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement}`,
  );
  return rows.flatMap((row) => readWhole(row['QUERY PLAN'][0].Plan));
}

/** Connects as the application; sequential scans are only planned where no index serves, whatever the tables hold now. */
export async function connectForPlans(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET enable_seqscan = off');
  return client;
}

function readWhole(node: PlanNode): string[] {
  const whole = node['Node Type'] === 'Seq Scan' || (wholeIndex.has(node['Node Type']) && !node['Index Cond']);
  const below = (node.Plans ?? []).flatMap(readWhole);
  return whole ? [node['Relation Name'] ?? node['Node Type'], ...below] : below;
}

import type { UnitOfWork } from '../../platform/database/unit-of-work';
import { type Breach, type BreachFacts, breachReport } from './domain/breach-report';

const inTime = 'at >= $1 AND at < $2 AND (cardinality($3::uuid[]) = 0 OR user_id = ANY ($3))';

/**
 * Writes the report of a breach from the audit log, for programs without the rest of the API.
 * @param accounts the ids of the accounts concerned; none: all that have entries in its time
 * @returns Markdown with ids, without addresses or names
 */
export async function breachReportOver(
  unitOfWork: UnitOfWork,
  breach: Breach,
  accounts: readonly string[],
): Promise<string> {
  const parameters = [breach.from, breach.until, accounts];
  return unitOfWork.snapshot('global', async () => {
    const acts = await unitOfWork.query<BreachFacts['acts'][number]>(
      `SELECT act, count(*)::int AS entries, count(DISTINCT user_id)::int AS persons
       FROM auth.audit WHERE ${inTime} GROUP BY act ORDER BY act`,
      parameters,
    );
    const concerned = await unitOfWork.query<BreachFacts['accounts'][number]>(
      `SELECT user_id AS "userId", count(*)::int AS entries, min(at) AS first, max(at) AS last
       FROM auth.audit WHERE ${inTime} GROUP BY user_id ORDER BY min(at), user_id`,
      parameters,
    );
    const operatorActs = await unitOfWork.query<BreachFacts['operatorActs'][number]>(
      `SELECT at, act, operator_id AS "operatorId", user_id AS "userId"
       FROM auth.operator_acts WHERE ${inTime} ORDER BY at, id`,
      parameters,
    );
    return breachReport(breach, { acts, accounts: concerned, operatorActs });
  });
}

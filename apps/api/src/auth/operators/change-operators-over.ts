import { v7 as newId } from 'uuid';
import type { UnitOfWork } from '../../platform/database/unit-of-work';
import type { UserId } from '../../platform/ids/ids';
import { emailKey } from '../domain/email-key';
import { OperatorRepository } from './persistence/operator.repository';

/** What came of it: done, nothing to do, or no account has the address. */
export type OperatorChange = 'changed' | 'unchanged' | 'unknown';

/** Makes the person of an address an operator, or an ordinary person again, for programs without the rest of the API. */
export function changeOperatorsOver(
  unitOfWork: UnitOfWork,
  change: 'grant' | 'revoke',
  email: string,
  now: Date,
): Promise<OperatorChange> {
  const operators = new OperatorRepository(unitOfWork);
  return unitOfWork.run({ role: 'canar_operator' }, async () => {
    const [user] = await unitOfWork.query<{ id: UserId }>('SELECT id FROM auth.users WHERE email_key = $1', [
      emailKey(email),
    ]);
    if (!user) return 'unknown';
    const changed = change === 'grant' ? await operators.grant(user.id, now) : await operators.revoke(user.id);
    if (!changed) return 'unchanged';
    const act = change === 'grant' ? 'operator.granted' : 'operator.revoked';
    await operators.addAct({ operatorId: null, act, reason: `npm run operator -- ${change}`, userId: user.id }, now);
    await unitOfWork.query('INSERT INTO auth.audit (id, user_id, act, at) VALUES ($1, $2, $3, $4)', [
      newId(),
      user.id,
      act,
      now,
    ]);
    return 'changed';
  });
}

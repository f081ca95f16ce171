import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { loggedError } from './logged-error';

const secret = 'asha@example.in';

function databaseError(): Error {
  const raw = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), {
    code: '22P02',
    severity: 'ERROR',
    detail: `Failing row contains (${secret}).`,
    where: secret,
    constraint: 'users_email_key',
    table: 'users',
  });
  return new QueryFailedError('INSERT INTO auth.users VALUES ($1)', [secret], raw);
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('loggedError', () => {
  it.each([
    ['a failed statement', databaseError()],
    ['an error of the driver', (databaseError() as QueryFailedError).driverError],
    ['a parser', thrownBy(() => JSON.parse(`{"a": ${secret}`))],
    ['a schema', z.object({ [secret]: z.literal('x') }).safeParse({ [secret]: secret }).error],
    ['a cause', new Error('It failed.', { cause: databaseError() })],
    ['an address', thrownBy(() => new URL(secret))],
    ['a text that was thrown', secret],
  ])('omits the input from the log for %s', (_what, error) => {
    expect(JSON.stringify(loggedError(error))).not.toContain(secret);
  });

  it('logs which database error occurred and where', () => {
    const { stack, ...described } = loggedError(databaseError());
    expect(described).toEqual({
      type: 'QueryFailedError',
      code: '22P02',
      constraint: 'users_email_key',
      table: 'users',
      statement: 'INSERT INTO auth.users VALUES ($1)',
    });
    expect(stack).toContain('logged-error.spec.ts');
  });

  it('logs the message of our own errors', () => {
    expect(loggedError(new Error('The chain is broken.'))).toMatchObject({
      type: 'Error',
      message: 'The chain is broken.',
    });
  });
});

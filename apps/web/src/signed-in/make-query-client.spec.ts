import { MutationObserver } from '@tanstack/react-query';
import { ApiProblem, networkProblem } from '@/lib/api/problem';
import { leaveToSignIn } from './leave-to-sign-in';
import { makeQueryClient } from './make-query-client';

jest.mock('./leave-to-sign-in');

/** Fails with an error as often as it is asked. */
function failing(error: Error) {
  return jest.fn(() => Promise.reject(error));
}

function read(error: Error) {
  const client = makeQueryClient();
  const queryFn = failing(error);
  const done = client.fetchQuery({ queryKey: ['x'], queryFn, retry: retryOf(client), retryDelay: 0 });
  return { queryFn, done };
}

/** `fetchQuery` does not retry unless it is asked to. */
const retryOf = (client: ReturnType<typeof makeQueryClient>) => client.getDefaultOptions().queries?.retry;

async function write(error: Error) {
  const mutationFn = failing(error);
  const observer = new MutationObserver(makeQueryClient(), { mutationFn });
  await expect(observer.mutate()).rejects.toBe(error);
  return mutationFn;
}

describe('makeQueryClient', () => {
  beforeEach(() => jest.mocked(leaveToSignIn).mockReset());

  it('repeats a read twice when trying again may help', async () => {
    const { queryFn, done } = read(networkProblem());
    await expect(done).rejects.toMatchObject({ code: 'network' });
    expect(queryFn).toHaveBeenCalledTimes(3);
  });

  it.each([new ApiProblem(404, 'not-found'), new TypeError('boom')])('repeats no read after %s', async (error) => {
    const { queryFn, done } = read(error);
    await expect(done).rejects.toBe(error);
    expect(queryFn).toHaveBeenCalledTimes(1);
  });

  it('never repeats a write', async () => {
    expect(await write(networkProblem())).toHaveBeenCalledTimes(1);
  });

  it('leads to sign-in when a read or a write finds no session', async () => {
    const ended = new ApiProblem(401, 'session.ended');
    await expect(read(ended).done).rejects.toBe(ended);
    expect(leaveToSignIn).toHaveBeenCalledTimes(1);
    await write(ended);
    expect(leaveToSignIn).toHaveBeenCalledTimes(2);
  });

  it('stays on the page after any other error', async () => {
    await write(new ApiProblem(403, 'role.insufficient'));
    expect(leaveToSignIn).not.toHaveBeenCalled();
  });
});

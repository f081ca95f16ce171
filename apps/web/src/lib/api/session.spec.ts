import { ApiProblem } from './problem';
import { Session, type SessionPorts } from './session';

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status });
}

function ports(...answers: (Response | Error)[]) {
  const fetch = jest.fn(async () => {
    const next = answers.shift();
    if (!next) throw new Error('asked once too often');
    if (next instanceof Error) throw next;
    return next;
  });
  let queue: Promise<unknown> = Promise.resolve();
  const withLock: SessionPorts['withLock'] = (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  return { fetch: fetch as unknown as jest.MockedFunction<SessionPorts['fetch']>, withLock };
}

const token = (accessToken: string) => answer(200, { accessToken, expiresIn: 900 });

describe('Session', () => {
  it('refreshes once for all callers that wait', async () => {
    const given = ports(token('a'));
    const session = new Session(given);
    await Promise.all([session.ensure(), session.ensure(), session.refresh(), session.refresh({})]);
    expect(given.fetch).toHaveBeenCalledTimes(1);
    expect(session.headers()).toEqual({ authorization: 'Bearer a' });
  });

  it('refreshes again when the next token expires', async () => {
    const given = ports(token('a'), token('b'));
    const session = new Session(given);
    await session.ensure();
    await session.refresh(session.headers());
    expect(session.headers()).toEqual({ authorization: 'Bearer b' });
  });

  it('keeps a token that was replaced while a rejected request was under way', async () => {
    const given = ports(token('a'), token('b'));
    const session = new Session(given);
    await session.ensure();
    const used = session.headers();
    await session.refresh(used);
    await session.refresh(used);
    expect(given.fetch).toHaveBeenCalledTimes(2);
  });

  it('refreshes in turn with other tabs', async () => {
    const given = ports(token('a'), token('b'));
    const [a, b] = [new Session(given), new Session(given)];
    await Promise.all([a.ensure(), b.ensure()]);
    expect([a.headers().authorization, b.headers().authorization]).toEqual(['Bearer a', 'Bearer b']);
  });

  it('ends the session when the refresh is rejected', async () => {
    const session = new Session(ports(token('a'), answer(401, { code: 'session.ended' })));
    await session.ensure();
    await expect(session.refresh()).rejects.toMatchObject({ status: 401, code: 'session.ended' });
    expect(session.headers()).toEqual({});
  });

  it('survives a lost network and refreshes on the next call', async () => {
    const session = new Session(ports(new Error('offline'), token('a')));
    await expect(session.ensure()).rejects.toMatchObject({ code: 'network', temporary: true });
    await session.ensure();
    expect(session.headers()).toEqual({ authorization: 'Bearer a' });
  });

  it('sends no token where the server has no refresh route', async () => {
    const given = ports(answer(404, { code: 'auth.strategy' }), answer(404, { code: 'auth.strategy' }));
    const session = new Session(given);
    await session.ensure();
    expect(session.headers()).toEqual({});
    await expect(session.refresh()).rejects.toBeInstanceOf(ApiProblem);
  });

  it('needs no refresh after a sign-in', async () => {
    const given = ports();
    const session = new Session(given);
    session.begin('fresh');
    await session.ensure();
    expect(given.fetch).not.toHaveBeenCalled();
  });
});

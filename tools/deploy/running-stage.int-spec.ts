import { stubbedPrograms } from './testing';

const { deploySh } = stubbedPrograms();

describe('deploy.sh rotate', () => {
  const acts = (calls: string[]) =>
    calls.flatMap((call) => {
      const secret = /put-secret-value --secret-id (\S+)/.exec(call)?.[1];
      if (secret) return [secret];
      return /^stored|update-service|wait services-stable/.test(call) ? [call.replace(/ --.*/, '')] : [];
    });
  const restarted = ['aws ecs update-service', 'aws ecs wait services-stable'];

  it('lets every task accept a new secret before any task signs with it', () => {
    const { status, calls } = deploySh('rotate production', { CANAR_YES: '1' });
    expect(status).toBe(0);
    expect(acts(calls)).toEqual([
      'cpm/jwt-secret-previous',
      'stored random-1',
      ...restarted,
      'cpm/jwt-secret-previous',
      'stored current',
      'cpm/jwt-secret',
      'stored random-1',
      ...restarted,
    ]);
  });

  it('leaves no secret that has signed anything after --now', () => {
    const { status, calls } = deploySh('rotate staging --now', { CANAR_YES: '1' });
    expect(status).toBe(0);
    expect(acts(calls)).toEqual([
      'cpm/jwt-secret-previous-staging',
      'stored random-2',
      'cpm/jwt-secret-staging',
      'stored random-1',
      ...restarted,
    ]);
  });

  it('shows no secret on the terminal and puts none into a command line', () => {
    const { stdout, stderr, calls } = deploySh('rotate production', { CANAR_YES: '1' });
    const commands = calls.filter((call) => !call.startsWith('stored'));
    expect([stdout, stderr, ...commands].join('\n')).not.toMatch(/random-\d|current$/m);
  });

  it.each([
    ['without an answer', 'rotate production', {}, 'Nobody is there to agree'],
    ['with an unknown word', 'rotate production --later', { CANAR_YES: '1' }, 'rotate takes --now'],
  ])('changes nothing %s', (_case, words, stub, sentence) => {
    const { status, stderr, calls } = deploySh(words, stub);
    expect([status, stderr.includes(sentence)]).toEqual([1, true]);
    expect(acts(calls)).toEqual([]);
  });

  it('keeps the former secret when a step fails, so that it can be repeated', () => {
    const { status, calls } = deploySh('rotate production', { CANAR_YES: '1', STUB_REFUSES: 'wait services-stable' });
    expect([status, acts(calls)]).toEqual([1, ['cpm/jwt-secret-previous', 'stored random-1', ...restarted]]);
  });
});

describe('deploy.sh ledger-verify', () => {
  it('runs the program in a task of the release that runs and prints what it wrote', () => {
    const { status, stdout, calls } = deploySh('ledger-verify production');
    expect([status, stdout]).toEqual([0, 'The ledger holds: 3 accounts, 9 entries.\n']);
    const run = calls.find((call) => call.startsWith('aws ecs run-task'));
    expect(run).toContain('--task-definition arn:task-definition');
    expect(run).toContain('"subnets":["subnet-1"]');
    expect(run).toContain('{"containerOverrides":[{"name":"api","command":["node","verify-ledger.mjs"]}]}');
    expect(calls.join()).toContain('--log-stream-name api/api/abc');
  });

  it('passes the words of the program on and fails with its exit code', () => {
    const { status, stderr, calls } = deploySh('ledger-verify staging --lift tenant', { STUB_EXIT: '1' });
    expect([status, stderr.includes('verify-ledger ended with 1')]).toEqual([1, true]);
    expect(calls.join()).toContain('"command":["node","verify-ledger.mjs","--lift","tenant"]');
  });
});

import { breachReport } from './breach-report';

const at = (text: string) => new Date(`2026-12-${text}:00Z`);
const breach = { knownAt: at('03T08:00'), from: at('01T00:00'), until: at('02T00:00') };

describe('breachReport', () => {
  it('states when the report is due: 72 hours after the breach became known', () => {
    const report = breachReport(breach, { acts: [], accounts: [], operatorActs: [] });
    expect(report).toContain('| Report due to the Board | 2026-12-06T08:00:00.000Z |');
    expect(report.match(/None\./g)).toHaveLength(3);
  });

  it('reports acts, accounts and operators by id and leaves the rest to be stated', () => {
    const report = breachReport(breach, {
      acts: [{ act: 'sign-in.succeeded', entries: 3, persons: 2 }],
      accounts: [{ userId: 'u1', entries: 3, first: at('01T01:00'), last: at('01T02:00') }],
      operatorActs: [{ at: at('01T03:00'), act: 'operator.account-viewed', operatorId: null, userId: 'u1' }],
    });
    expect(report).toContain('| sign-in.succeeded | 3 | 2 |');
    expect(report).toContain('| u1 | 3 | 2026-12-01T01:00:00.000Z | 2026-12-01T02:00:00.000Z |');
    expect(report).toContain('| 2026-12-01T03:00:00.000Z | operator.account-viewed | the program | u1 |');
    expect(report.match(/_To be stated\._/g)).toHaveLength(6);
  });
});

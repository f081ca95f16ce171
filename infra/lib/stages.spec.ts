import { accountFrom, nameIn, production, stages, staging } from './stages';

describe('stages', () => {
  it('gives production the bare names and every other stage its own', () => {
    expect(nameIn(production, 'cpm-alb-sg')).toBe('cpm-alb-sg');
    expect(nameIn(staging, 'cpm-alb-sg')).toBe('cpm-alb-sg-staging');
    expect(new Set(stages.map(({ suffix }) => suffix)).size).toBe(stages.length);
  });

  it('gives each stage addresses of its own, so that two can be peered', () => {
    expect(new Set(stages.map(({ network }) => network.cidr)).size).toBe(stages.length);
  });

  it('protects production', () => {
    expect(production.protected).toBe(true);
  });
});

describe('accountFrom', () => {
  it.each([undefined, '', '12345', 'arn:aws:iam::123456789012:root'])('refuses %p', (context) => {
    expect(() => accountFrom(context)).toThrow('account');
  });

  it('takes an account number', () => {
    expect(accountFrom('123456789012')).toBe('123456789012');
  });
});

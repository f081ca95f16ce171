import { accountFrom, development, nameIn, production, stages, staging, withDomain } from './stages';

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

describe('withDomain', () => {
  it('puts a stage under the name that the command line gives', () => {
    const { domain } = withDomain(production, 'canar.example/Z0123ABC');
    expect(domain).toEqual({ name: 'canar.example', hostedZoneId: 'Z0123ABC' });
  });

  it('takes a domain away, and leaves a stage alone that nothing is said about', () => {
    expect(withDomain(production, 'none').domain).toBeUndefined();
    expect(withDomain(development, undefined)).toBe(development);
  });

  it.each(['canar.example', 'canar.example/', '/Z0123ABC', 'https://canar.example/Z0123ABC', 'a/Z1/Z2'])(
    'refuses %p',
    (context) => {
      expect(() => withDomain(production, context)).toThrow();
    },
  );
});

import { accountFrom, development, nameIn, production, stages, staging, withDomain } from './stages';

describe('stages', () => {
  it('suffixes names in every stage but production', () => {
    expect(nameIn(production, 'cpm-alb-sg')).toBe('cpm-alb-sg');
    expect(nameIn(staging, 'cpm-alb-sg')).toBe('cpm-alb-sg-staging');
    expect(new Set(stages.map(({ suffix }) => suffix)).size).toBe(stages.length);
  });

  it('gives each stage a different address range, so that two can be peered', () => {
    expect(new Set(stages.map(({ network }) => network.cidr)).size).toBe(stages.length);
  });

  it('enables deletion protection in production', () => {
    expect(production.protected).toBe(true);
  });
});

describe('accountFrom', () => {
  it.each([undefined, '', '12345', 'arn:aws:iam::123456789012:root'])('refuses %p', (context) => {
    expect(() => accountFrom(context)).toThrow('account');
  });

  it('accepts an account number', () => {
    expect(accountFrom('123456789012')).toBe('123456789012');
  });
});

describe('withDomain', () => {
  it('gives a stage the domain of the command line', () => {
    const { domain } = withDomain(production, 'canar.example/Z0123ABC');
    expect(domain).toEqual({ name: 'canar.example', hostedZoneId: 'Z0123ABC' });
  });

  it('removes a domain, and changes no stage without an option', () => {
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

import { accountFrom, alertAddressFrom, repositoryFrom, stageFrom, stagesFrom, zonesFrom } from './context';
import { development, production, staging } from './stages';

/** A context as the command line gives it; for a real account unless it says otherwise. */
const context =
  (values: Record<string, unknown> = {}) =>
  (name: string) =>
    ({ account: '111122223333', ...values })[name];
const example = { account: undefined };
const real = { alertAddress: 'operator@canar.dev', 'production-domain': 'canar.dev/Z0123ABC' };

describe('accountFrom', () => {
  it.each(['', '12345', 'arn:aws:iam::123456789012:root'])('rejects %p', (account) => {
    expect(() => accountFrom(context({ account }))).toThrow('account');
  });

  it("takes an account number, and AWS's example account when none is said", () => {
    expect(accountFrom(context())).toBe('111122223333');
    expect(accountFrom(context(example))).toBe('123456789012');
  });
});

describe('repositoryFrom', () => {
  it.each(['you/canar', 'you@123/canar@4567'])('takes %s', (repository) => {
    expect(repositoryFrom(context({ repository }))).toBe(repository);
  });

  it.each([undefined, '', 'canar', 'you/canar/x', 'you@1/canar', 'you/canar@1', 'canar-app/canar'])(
    'rejects %p in a real account',
    (repository) => {
      expect(() => repositoryFrom(context({ repository }))).toThrow('"repository\\"');
    },
  );
});

describe('alertAddressFrom', () => {
  it.each([undefined, '', 'operator', 'you@example.com', 'you@mail.example'])(
    'rejects %p in a real account',
    (said) => {
      expect(() => alertAddressFrom(context({ alertAddress: said }))).toThrow('alertAddress');
    },
  );

  it('takes an address, and none where templates are only looked at', () => {
    expect(alertAddressFrom(context(real))).toBe('operator@canar.dev');
    expect(alertAddressFrom(context(example))).toBeUndefined();
  });
});

describe('zonesFrom', () => {
  it('takes as many as the stage has', () => {
    const read = context({ zones: 'us-east-1a,us-east-1d,us-east-1f' });
    expect(zonesFrom(read, production)).toEqual(['us-east-1a', 'us-east-1d', 'us-east-1f']);
    expect(zonesFrom(read, staging)).toEqual(['us-east-1a', 'us-east-1d']);
  });

  it.each([undefined, '', 'use1-az1,use1-az2,use1-az4', 'us-east-1a,us-east-1b'])(
    'rejects %p for production',
    (zones) => {
      expect(() => zonesFrom(context({ zones }), production)).toThrow('zones');
    },
  );
});

describe('stagesFrom', () => {
  it('takes the one stage that deploy.sh names in a real account', () => {
    expect(stagesFrom(context({ 'staging-domain': 'none' }))).toEqual([staging]);
  });

  it('takes every stage where templates are only looked at', () => {
    expect(stagesFrom(context(example))).toEqual([development, staging, production]);
  });
});

describe('stageFrom', () => {
  it('takes the domain of a stage, and one address for its alarms and for bills', () => {
    const { domain, alarms } = stageFrom(production, context(real));
    expect(domain).toEqual({ name: 'canar.dev', hostedZoneId: 'Z0123ABC' });
    expect(alarms.email).toBe('operator@canar.dev');
  });

  it('takes a domain away', () => {
    expect(stageFrom(production, context({ ...real, 'production-domain': 'none' })).domain).toBeUndefined();
  });

  it.each([
    ['ses', undefined, 'canar.dev/Z1'],
    ['captured', undefined, 'none'],
    ['smtp', 'smtp', 'none'],
  ])('lets mail be carried by %s when %p is said and the domain is %s', (expected, mail, domain) => {
    const read = context({ ...real, 'production-domain': domain, 'production-mail': mail });
    expect(stageFrom(production, read).compute.mail).toBe(expected);
  });

  it('rejects mail by SES without a domain, and by anything unknown', () => {
    const mailed = (mail: string) => context({ ...real, 'production-domain': 'none', 'production-mail': mail });
    expect(() => stageFrom(production, mailed('ses'))).toThrow('smtp or captured');
    expect(() => stageFrom(production, mailed('pigeon'))).toThrow('mail');
  });

  it('leaves the committed example where templates are only looked at', () => {
    expect(stageFrom(production, context(example)).domain?.name).toBe('example.com');
    expect(stageFrom(development, context(example)).domain).toBeUndefined();
  });

  it.each([undefined, '', 'canar.dev', 'canar.dev/', '/Z0123ABC', 'https://canar.dev/Z0123ABC', 'a/Z1/Z2'])(
    'rejects the domain %p',
    (domain) => {
      expect(() => stageFrom(production, context({ ...real, 'production-domain': domain }))).toThrow();
    },
  );

  it.each(['example.com/Z0123ABC', 'www.example.org/Z0123ABC', 'canar.test/Z0123ABC', 'canar.example/Z0123ABC'])(
    'rejects %s, which is an example, in a real account',
    (domain) => {
      expect(() => stageFrom(production, context({ ...real, 'production-domain': domain }))).toThrow('is an example');
    },
  );

  it('takes protections off on request; an unprotected stage has none', () => {
    expect(stageFrom(production, context(real)).deletionProtection).toBe(true);
    expect(stageFrom(production, context({ ...real, protection: 'off' })).deletionProtection).toBe(false);
    const withDomain = { ...real, 'staging-domain': 'none' };
    expect(stageFrom(staging, context(withDomain)).deletionProtection).toBe(false);
  });

  it.each([
    ['without a provider that collects money', { 'production-payments': 'sandbox' }, 'collects money'],
    ['without a seller', { 'production-seller': undefined }, 'says who sells'],
    ['with captured mail', { 'production-mail': 'captured' }, 'sends its mail'],
    ['with a seller that is no JSON', { 'production-seller': 'Canar' }, 'is JSON'],
    ['with an unknown provider', { 'production-payments': 'barter' }, 'payments'],
  ])('rejects a stage that is no demonstration %s', (_case, changed, sentence) => {
    const selling = { ...real, 'production-demo': 'false', 'production-seller': JSON.stringify(seller), ...changed };
    expect(() => stageFrom(production, context(selling))).toThrow(sentence);
  });

  it('takes who sells and makes a demonstration of a stage on request', () => {
    const selling = { ...real, 'production-seller': JSON.stringify(seller) };
    expect(stageFrom(production, context({ ...selling, 'production-demo': 'true' })).seller).toEqual(seller);
    const { demonstration, payments } = stageFrom(production, context({ ...real, 'production-demo': 'true' })).compute;
    expect([demonstration, payments]).toEqual([true, ['sandbox']]);
  });
});

const seller = {
  name: 'Canar Services',
  address: '1 Anna Salai, Chennai',
  state: 'Tamil Nadu',
  supportEmail: 'help@canar.dev',
  grievanceContact: 'Asha Rao, grievance@canar.dev',
};

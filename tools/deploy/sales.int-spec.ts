import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { identitySecrets, paymentSecrets } from '@canar/api-env';
import { said, stubbedPrograms } from './testing';

const { deploySh, shell } = stubbedPrograms();
const seller = { name: 'Canar Services', address: '1 Anna Salai\\nChennai', state: 'Tamil Nadu' };
const domain = { ...said, CANAR_DOMAIN: 'canar.dev/Z1', STUB_UNKNOWN: '1', CANAR_DEMO: '' };

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-seller-'));
  file = join(folder, 'seller.json');
  writeFileSync(file, JSON.stringify(seller, null, 2));
});
afterAll(() => rmSync(folder, { recursive: true }));

const selling = () => ({ ...domain, CANAR_PAYMENTS: 'razorpay,stripe', CANAR_SELLER: file });
const contextOf = (calls: string[]) => calls.filter((call) => call.startsWith('npx cdk')).at(-1) ?? '';

describe('a production that is no demonstration', () => {
  it('lets production sell unless it is said to be a demonstration', () => {
    expect(contextOf(deploySh('production', selling()).calls)).toContain('-c production-demo=false');
    expect(contextOf(deploySh('staging', { ...said, STUB_UNKNOWN: '1' }).calls)).toContain('-c staging-demo=true');
    const { stdout, calls } = deploySh('production', { ...domain, CANAR_DEMO: 'true' });
    expect(contextOf(calls)).toContain('-c production-demo=true');
    expect(stdout).toContain('this is a demonstration, and nobody pays');
  });

  it.each([
    ['providers', { CANAR_PAYMENTS: '' }, ['CANAR_PAYMENTS is not set']],
    ['a provider that collects', { CANAR_PAYMENTS: 'sandbox' }, ['CANAR_PAYMENTS holds sandbox']],
    ['a seller', { CANAR_SELLER: '' }, ['CANAR_SELLER is not set']],
    ['mail', { CANAR_MAIL: 'captured' }, ['Mail is captured']],
    [
      'all',
      { CANAR_PAYMENTS: '', CANAR_SELLER: '', CANAR_MAIL: 'captured' },
      ['PAYMENTS', 'SELLER', 'Mail is captured'],
    ],
    ['a readable file', { CANAR_SELLER: '/nowhere.json' }, ['There is no file /nowhere.json']],
  ])('rejects a selling production without %s, by one sentence each', (_case, changed, sentences) => {
    for (const words of ['production', '--dry-run production']) {
      const { status, stderr, calls } = deploySh(words, { ...selling(), ...changed });
      expect([status, sentences.filter((sentence) => !stderr.includes(sentence))]).toEqual([1, []]);
      expect(stderr.match(/^✗ (CANAR|Mail|There)/gm)).toHaveLength(sentences.length);
      expect(calls.join()).not.toMatch(/npx cdk|put-parameter|docker/);
    }
  });

  it('gives the CDK who collects and who sells, and remembers both', () => {
    const { status, calls } = deploySh('production', selling());
    expect(status).toBe(0);
    expect(contextOf(calls)).toContain('-c production-payments=razorpay,stripe');
    expect(calls.join('\n')).toMatch(
      /put-parameter --name \/cpm\/settings\/production\/payments --value razorpay,stripe/,
    );
    const kept = /settings\/production\/seller --value (\{.*\}) --type/.exec(calls.join('\n'))?.[1] ?? '';
    expect(JSON.parse(kept)).toEqual(seller);
  });

  it('prints where each provider sends its events', () => {
    const { stdout } = deploySh('production', selling());
    for (const provider of ['razorpay', 'stripe'])
      expect(stdout).toContain(`of ${provider} to https://staging.canar.dev/api/billing/webhooks/${provider}`);
  });
});

describe('the secrets of providers', () => {
  it('asks for the secrets of providers that the API lists', () => {
    const root = resolve(__dirname, '../..');
    for (const [provider, variables] of Object.entries(paymentSecrets)) {
      const script = `cd ${root}; source tools/deploy/secrets.sh; DEMO=false PAYMENTS=${provider}; payment_variables > ${folder}/out`;
      shell(script);
      expect(readFileSync(join(folder, 'out'), 'utf8').split('\n').filter(Boolean)).toEqual([...variables]);
    }
    for (const [provider, variables] of Object.entries(identitySecrets)) {
      shell(`cd ${root}; source tools/deploy/secrets.sh; IDENTITIES=${provider}; identity_variables > ${folder}/out`);
      expect(readFileSync(join(folder, 'out'), 'utf8').split('\n').filter(Boolean)).toEqual([...variables]);
    }
  });

  it('gives the CDK the identity providers, and remembers them', () => {
    const { status, calls } = deploySh('production', { ...selling(), CANAR_IDENTITIES: 'google,github' });
    expect(status).toBe(0);
    expect(contextOf(calls)).toContain('-c production-identities=google,github');
    expect(calls.join('\n')).toMatch(
      /put-parameter --name \/cpm\/settings\/production\/identities --value google,github/,
    );
  });

  it('rejects a first deployment without its payment secrets', () => {
    const missing = { ...selling(), CANAR_MAIL: 'smtp', STUB_STATE: 'none', STUB_REFUSES: 'describe-secret' };
    const { status, stderr, calls } = deploySh('production', missing);
    expect([status, stderr.includes('✗ SMTP_URL has no value: the secret cpm/smtp-url does not exist.')]).toEqual([
      1,
      true,
    ]);
    expect(stderr).toContain('./deploy.sh secrets production asks for them');
    expect(calls.join()).not.toMatch(/npx cdk|put-parameter/);
  });
});

import { ApiEnvError, parseApiEnv } from './api-env';
import { offeredIdentityProviders } from './identity-variables';

const smallest = {
  JWT_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgresql://canar_app:secret@127.0.0.1:5432/canar_db',
  SANDBOX_SECRET: 's'.repeat(32),
};

const production = {
  ...smallest,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://canar.example',
  REDIS_URL: 'rediss://cache:6379',
  SMTP_URL: 'smtps://mail.example',
  STORAGE: 's3',
  S3_BUCKET: 'uploads',
  CANAR_DEMO: 'true',
};

function messageOf(environment: Record<string, string>): string {
  try {
    parseApiEnv(environment);
    return '';
  } catch (error) {
    return String(error instanceof ApiEnvError && error.message);
  }
}

describe('parseApiEnv', () => {
  it('fills in the defaults for local development', () => {
    expect(parseApiEnv(smallest)).toMatchObject({
      NODE_ENV: 'development',
      AUTH_STRATEGY: 'jwt',
      JWT_EXPIRES_IN: 604_800,
      STORAGE: 'disk',
      PORT: 3000,
    });
  });

  it('parses durations to seconds and rejects anything else', () => {
    expect(parseApiEnv({ ...smallest, JWT_EXPIRES_IN: '12h' }).JWT_EXPIRES_IN).toBe(43_200);
    expect(() => parseApiEnv({ ...smallest, JWT_EXPIRES_IN: 'soon' })).toThrow(/JWT_EXPIRES_IN must be a duration/);
  });

  it('names every missing variable in one message without values', () => {
    const secret = 'short-secret';
    const attempt = () => parseApiEnv({ JWT_SECRET: secret });
    expect(attempt).toThrow(ApiEnvError);
    expect(attempt).toThrow(/^JWT_SECRET must hold .+\.\nDATABASE_URL is required\.$/m);
    expect(attempt).not.toThrow(new RegExp(secret));
  });

  it('names what production lacks beside variables that are missing or wrong', () => {
    const wrong = { NODE_ENV: 'production', PUBLIC_URL: 'canar', PAYMENT_PROVIDERS: 'paper', DATABASE_AUTH: 'iam' };
    const names = [...messageOf(wrong).matchAll(/^([A-Z_]+) /gm)].map(([, name]) => name);
    expect(names.slice(0, 4)).toEqual(['PUBLIC_URL', 'JWT_SECRET', 'DATABASE_URL', 'PAYMENT_PROVIDERS']);
    expect(names).toEqual(expect.arrayContaining(['REDIS_URL', 'MAIL', 'STORAGE', 'SELLER_NAME']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('treats an empty variable as absent', () => {
    expect(parseApiEnv({ ...smallest, REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('rejects the sandbox in production unless it is a demonstration', () => {
    expect(parseApiEnv(production).CANAR_DEMO).toBe(true);
    expect(() => parseApiEnv({ ...production, CANAR_DEMO: 'false' })).toThrow(
      /PAYMENT_PROVIDERS must not hold sandbox/,
    );
  });

  it('starts production with Stripe and Razorpay when their variables are there', () => {
    const sells = {
      ...production,
      CANAR_DEMO: 'false',
      SANDBOX_SECRET: undefined,
      PAYMENT_PROVIDERS: 'stripe,razorpay',
      STRIPE_SECRET_KEY: 'sk_live_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
      RAZORPAY_KEY_ID: 'rzp_live_1',
      RAZORPAY_KEY_SECRET: 'secret',
      RAZORPAY_WEBHOOK_SECRET: 'w'.repeat(16),
      SELLER_NAME: 'Canar',
      SELLER_ADDRESS: '1 Example Street',
      SELLER_STATE: 'Tamil Nadu',
      SUPPORT_EMAIL: 'help@canar.example',
      GRIEVANCE_CONTACT: 'help@canar.example',
    };
    expect(parseApiEnv(sells).PAYMENT_PROVIDERS).toEqual(['stripe', 'razorpay']);
    for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'RAZORPAY_KEY_ID', 'RAZORPAY_WEBHOOK_SECRET']) {
      expect(() => parseApiEnv({ ...sells, [name]: undefined })).toThrow(new RegExp(`${name} is required`));
    }
    const withSandbox = { ...sells, SANDBOX_SECRET: 's'.repeat(32) };
    for (const list of ['sandbox', 'stripe,sandbox']) {
      expect(() => parseApiEnv({ ...withSandbox, PAYMENT_PROVIDERS: list })).toThrow(/must not hold sandbox/);
    }
    expect(() => parseApiEnv({ ...sells, STRIPE_ENDPOINT: 'http://double' })).toThrow(/STRIPE_ENDPOINT must be/);
  });

  it('offers an identity provider that is set whole, and rejects a half', () => {
    const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
    expect(offeredIdentityProviders(parseApiEnv(smallest))).toEqual([]);
    expect(offeredIdentityProviders(parseApiEnv({ ...smallest, ...google }))).toEqual(['google']);
    expect(() => parseApiEnv({ ...smallest, ...google, GITHUB_CLIENT_SECRET: 'secret' })).toThrow(
      'Invalid environment:\nGITHUB_CLIENT_ID is required when GITHUB_CLIENT_SECRET is set.',
    );
    expect(() => parseApiEnv({ ...smallest, GOOGLE_CLIENT_ID: 'id' })).toThrow(
      'Invalid environment:\nGOOGLE_CLIENT_SECRET is required when GOOGLE_CLIENT_ID is set.',
    );
  });

  it('reads the payment providers in their order and rejects the variable of before', () => {
    expect(parseApiEnv(smallest).PAYMENT_PROVIDERS).toEqual(['sandbox']);
    expect(() => parseApiEnv({ ...smallest, PAYMENT_PROVIDERS: 'paper' })).toThrow(
      /must be a list of razorpay, stripe, sandbox/,
    );
    expect(() => parseApiEnv({ ...smallest, PAYMENT_PROVIDERS: 'sandbox, sandbox' })).toThrow(/each provider once/);
    expect(() => parseApiEnv({ ...smallest, PAYMENT_PROVIDER: 'sandbox' })).toThrow(
      /PAYMENT_PROVIDER is replaced by PAYMENT_PROVIDERS/,
    );
    expect(() => parseApiEnv({ ...smallest, SANDBOX_SECRET: '' })).toThrow(
      /SANDBOX_SECRET is required when PAYMENT_PROVIDERS holds sandbox/,
    );
  });

  it('requires an address past a pooler of transactions', () => {
    const pooled = { ...smallest, DATABASE_POOLER: 'transaction' };
    expect(() => parseApiEnv(pooled)).toThrow(/DATABASE_DIRECT_URL is required when DATABASE_POOLER=transaction/);
    expect(parseApiEnv({ ...pooled, DATABASE_DIRECT_URL: smallest.DATABASE_URL }).DATABASE_POOLER).toBe('transaction');
    expect(parseApiEnv(smallest).DATABASE_POOLER).toBe('none');
  });

  it.each([
    ['REDIS_URL', 'REDIS_URL'],
    ['SMTP_URL', 'MAIL must be ses or smtp'],
    ['PUBLIC_URL', 'PUBLIC_URL'],
    ['STORAGE', 'STORAGE'],
  ])('rejects production without %s', (name, message) => {
    expect(() => parseApiEnv({ ...production, CANAR_DEMO: 'false', [name]: undefined })).toThrow(new RegExp(message));
  });

  it('sends mail by the configured server, by SES on request, and else captures it', () => {
    expect(parseApiEnv(smallest).MAIL).toBe('captured');
    expect(parseApiEnv(production).MAIL).toBe('smtp');
    expect(parseApiEnv({ ...production, MAIL: 'ses', SMTP_URL: '' }).MAIL).toBe('ses');
    expect(() => parseApiEnv({ ...smallest, MAIL: 'smtp' })).toThrow(/SMTP_URL is required when MAIL=smtp/);
    expect(() => parseApiEnv({ ...smallest, SES_EVENTS_TOPIC: 'topic' })).toThrow(/SES_EVENTS_TOPIC must be the ARN/);
  });

  it.each(['SELLER_NAME', 'SELLER_ADDRESS', 'SELLER_STATE', 'SUPPORT_EMAIL', 'GRIEVANCE_CONTACT'])(
    'rejects production that sells without %s',
    (name) => {
      expect(() => parseApiEnv({ ...production, CANAR_DEMO: 'false' })).toThrow(new RegExp(`${name} is required`));
      expect(() => parseApiEnv(production)).not.toThrow();
    },
  );

  it('reads a GSTIN and addresses of several lines', () => {
    const { SELLER_ADDRESS } = parseApiEnv({ ...smallest, SELLER_ADDRESS: '1 Example Street\\nChennai' });
    expect(SELLER_ADDRESS).toBe('1 Example Street\nChennai');
    expect(() => parseApiEnv({ ...smallest, SELLER_GSTIN: '33AAAAA0000A1Z' })).toThrow(/SELLER_GSTIN must be a GSTIN/);
  });

  it('rejects relaxed limits and a missing Redis in a demonstration', () => {
    expect(() => parseApiEnv({ ...production, RATE_LIMITS: 'relaxed' })).toThrow(/RATE_LIMITS must be standard/);
    expect(() => parseApiEnv({ ...production, REDIS_URL: undefined })).toThrow(/REDIS_URL is required/);
  });

  it('requires the bucket when files are stored in S3', () => {
    expect(() => parseApiEnv({ ...smallest, STORAGE: 's3' })).toThrow(/S3_BUCKET is required/);
  });

  it('rejects a password together with IAM authentication', () => {
    expect(() => parseApiEnv({ ...smallest, DATABASE_AUTH: 'iam' })).toThrow(/DATABASE_URL must hold no password/);
    const DATABASE_URL = 'postgresql://canar_app@cpm-db.example:5432/canar_db';
    expect(parseApiEnv({ ...smallest, DATABASE_URL, DATABASE_AUTH: 'iam' }).DATABASE_AUTH).toBe('iam');
  });
});

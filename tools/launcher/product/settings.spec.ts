import { dataDirOf } from '../data/data-dir';
import { apiEnvironment } from './settings';

const secrets = {
  jwtSecret: 'j'.repeat(43),
  sandboxSecret: 's'.repeat(43),
  ownerPassword: 'o'.repeat(43),
  appPassword: 'a'.repeat(43),
  samplePassword: 'abcd-efgh-jkmn-pqrs',
};
const place = { host: '127.0.0.1', port: 4000, url: 'http://localhost:4000' };
const addresses = {
  DATABASE_URL: 'postgres://canar_app@127.0.0.1/canar',
  DATABASE_MIGRATION_URL: 'postgres://canar_owner@127.0.0.1/canar',
  DATABASE_ADMIN_URL: 'postgres://canar_admin@127.0.0.1/postgres',
};

const environment = (given: NodeJS.ProcessEnv) => apiEnvironment(given, addresses, dataDirOf({}), secrets, place);

describe("the API's environment", () => {
  it('apiEnvironment names the embedded parts when nothing is set', () => {
    expect(environment({})).toMatchObject({
      PORT: '4000',
      PUBLIC_URL: place.url,
      JWT_SECRET: secrets.jwtSecret,
      STORAGE: 'disk',
      STORAGE_DIR: dataDirOf({}).files,
      PAYMENT_PROVIDERS: 'sandbox',
      RATE_LIMITS: 'relaxed',
      DATABASE_URL: addresses.DATABASE_URL,
    });
  });

  it('apiEnvironment prefers variables that are set and not empty', () => {
    const given = { STORAGE: 's3', S3_BUCKET: 'b', REDIS_URL: 'redis://r', JWT_SECRET: '', NODE_ENV: 'production' };
    expect(environment(given)).toMatchObject({
      STORAGE: 's3',
      S3_BUCKET: 'b',
      REDIS_URL: 'redis://r',
      NODE_ENV: 'production',
      JWT_SECRET: secrets.jwtSecret,
    });
  });

  it('apiEnvironment omits the addresses of owner and administrator', () => {
    const text = JSON.stringify(environment({ ...addresses }));
    expect(text).not.toContain('canar_owner');
    expect(text).not.toContain('canar_admin');
  });
});

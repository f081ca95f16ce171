import { parseDatabaseEnv, parseMigrationEnv, parsePreparationEnv } from './schema-task-env';

const laptop = {
  DATABASE_URL: 'postgresql://canar_app:one@127.0.0.1:5432/canar_db',
  DATABASE_MIGRATION_URL: 'postgresql://canar_owner:two@127.0.0.1:5432/canar_db',
  DATABASE_ADMIN_URL: 'postgresql://postgres:three@127.0.0.1:5432/postgres',
};

describe('the environment of the tasks that prepare and migrate', () => {
  it('accepts database URLs with passwords', () => {
    expect(parsePreparationEnv(laptop)).toMatchObject({ ...laptop, DATABASE_AUTH: 'password' });
    expect(parseMigrationEnv({ DATABASE_MIGRATION_URL: laptop.DATABASE_MIGRATION_URL })).toMatchObject({
      DATABASE_MIGRATION_URL: laptop.DATABASE_MIGRATION_URL,
    });
  });

  it("builds the administrator's URL from a secret with any characters", () => {
    const password = 'p@ss/w:rd?#%&é';
    const { DATABASE_ADMIN_URL } = parsePreparationEnv({
      ...laptop,
      DATABASE_ADMIN_URL: 'postgresql://cpm-db.example:5432/postgres',
      DATABASE_ADMIN_SECRET: JSON.stringify({ username: 'cpm_admin', password, engine: 'postgres', port: 5432 }),
    });
    const url = new URL(DATABASE_ADMIN_URL);
    expect([url.username, decodeURIComponent(url.password), url.host]).toEqual([
      'cpm_admin',
      password,
      'cpm-db.example:5432',
    ]);
  });

  it.each(['not JSON', '{"username":"cpm_admin"}'])('rejects the secret %p without printing it', (secret) => {
    const attempt = () => parsePreparationEnv({ ...laptop, DATABASE_ADMIN_SECRET: secret });
    expect(attempt).toThrow(/DATABASE_ADMIN_SECRET/);
    expect(attempt).not.toThrow(new RegExp(`${secret}$`));
  });

  it('names missing variables of the schema task', () => {
    expect(() => parsePreparationEnv({})).toThrow(/DATABASE_URL is required.*DATABASE_ADMIN_URL is required/s);
    expect(() => parseMigrationEnv({})).toThrow('DATABASE_MIGRATION_URL is required');
    expect(() => parseDatabaseEnv({})).toThrow('DATABASE_URL is required');
  });

  it("reads how a program of the API's image signs in at RDS", () => {
    const DATABASE_URL = 'postgresql://canar_app@cpm-db.example:5432/canar_db';
    const variables = { DATABASE_URL, DATABASE_AUTH: 'iam', AWS_REGION: 'us-east-1' };
    expect(parseDatabaseEnv(variables)).toEqual(variables);
  });
});

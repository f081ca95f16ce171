import { imageTagFrom, restoredDatabaseFrom } from './release';

describe('imageTagFrom', () => {
  it.each([undefined, '', 'latest', 'not a tag', '-x'])('refuses to deploy %p', (context) => {
    expect(() => imageTagFrom(context, '111122223333')).toThrow('imageTag=SHA');
  });

  it('takes the commit that an image was built from', () => {
    expect(imageTagFrom('39bc1a8', '111122223333')).toBe('39bc1a8');
  });

  it("asks nothing for AWS's example account, to which nothing is deployed", () => {
    expect(imageTagFrom(undefined, '123456789012')).toBe('no-release');
  });
});

describe('restoredDatabaseFrom', () => {
  const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!db-0a1b-2c3d-AbCdEf';

  it('takes a resource id and the ARN of a secret', () => {
    expect(restoredDatabaseFrom(`db-ABC123/${secret}`)).toEqual({ resourceId: 'db-ABC123', masterSecretArn: secret });
  });

  it('names no replacement before a restore', () => {
    expect(restoredDatabaseFrom(undefined)).toBeUndefined();
  });

  it.each(['', 'db-ABC123', 'cpm-db-restored', `x/${secret}`])('refuses %p', (context) => {
    expect(() => restoredDatabaseFrom(context)).toThrow('STAGE-database');
  });
});

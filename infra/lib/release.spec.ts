import { imageTagFrom, restoredDatabaseFrom } from './release';

describe('imageTagFrom', () => {
  it.each([undefined, '', 'latest', 'not a tag', '-x'])('rejects the release %p', (context) => {
    expect(() => imageTagFrom(context, '111122223333')).toThrow('imageTag=SHA');
  });

  it('accepts the commit of an image as release', () => {
    expect(imageTagFrom('39bc1a8', '111122223333')).toBe('39bc1a8');
  });

  it("requires no release for AWS's example account", () => {
    expect(imageTagFrom(undefined, '123456789012')).toBe('no-release');
  });
});

describe('restoredDatabaseFrom', () => {
  const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!db-0a1b-2c3d-AbCdEf';

  it('accepts a resource id and the ARN of a secret as replacement database', () => {
    expect(restoredDatabaseFrom(`db-ABC123/${secret}`)).toEqual({ resourceId: 'db-ABC123', masterSecretArn: secret });
  });

  it('returns no replacement database before a restore', () => {
    expect(restoredDatabaseFrom(undefined)).toBeUndefined();
  });

  it.each(['', 'db-ABC123', 'cpm-db-restored', `x/${secret}`])('rejects the replacement database %p', (context) => {
    expect(() => restoredDatabaseFrom(context)).toThrow('STAGE-database');
  });
});

import { App, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-ecs';
import { Secret as SecretOfAws } from 'aws-cdk-lib/aws-secretsmanager';
import type { ApiEnvName, SchemaTaskEnvName } from '@canar/api-env';
import { type ApiVariables, plain, type SchemaVariables, secret, type Supplied } from './api-variables';

/** The names that a complete record may omit. */
type Forgettable<Variables, Name extends keyof Variables> = {
  [Each in Name]: Omit<Variables, Each> extends Variables ? Each : never;
}[Name];
type IsNever<Type> = [Type] extends [never] ? true : false;

describe('the variables of a task', () => {
  it('makes a missing variable of the API a compile error', () => {
    const api: IsNever<Forgettable<ApiVariables, ApiEnvName>> = true;
    const schema: IsNever<Forgettable<SchemaVariables, SchemaTaskEnvName>> = true;
    expect([api, schema]).toEqual([true, true]);
  });

  it('makes an unknown variable a compile error', () => {
    const left: Supplied = { left: 'The API asks for no such thing.' };
    const all = {} as ApiVariables;
    // @ts-expect-error: an unknown variable is rejected where the record is written
    const unknown: ApiVariables = { ...all, JWT_SECRETS: left };
    expect(unknown).toHaveProperty('JWT_SECRETS');
  });

  it('passes variables as text, as a reference, or not at all', () => {
    const stored = Secret.fromSecretsManager(new SecretOfAws(new Stack(new App(), 'Stack'), 'Kept'));
    const variables = {
      PORT: { value: '3000' },
      JWT_SECRET: { secret: stored },
      SITE_DIR: { left: 'Another serves it.' },
    };
    expect(plain(variables)).toEqual({ PORT: '3000' });
    expect(secret(variables)).toEqual({ JWT_SECRET: stored });
  });
});

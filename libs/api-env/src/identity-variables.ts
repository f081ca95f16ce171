import { z } from 'zod';

/** The names of the identity providers with which people can sign in. */
export const identityProviderNames = ['google', 'github'] as const;

/** The name of an identity provider, in addresses, tables and variables. */
export type IdentityProviderName = (typeof identityProviderNames)[number];

const endpoint = z.url({ protocol: /^https?$/ });

/** The variables of signing in with an identity provider. One that has none is not offered. */
export const identityVariables = {
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: endpoint.optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GITHUB_ENDPOINT: endpoint.optional(),
};

type IdentityEnv = z.output<z.ZodObject<typeof identityVariables>>;

/** The name of a variable of signing in with an identity provider. */
export type IdentityVariableName = keyof typeof identityVariables;

/** Every variable of signing in with an identity provider. */
export const identityVariableNames = Object.keys(identityVariables) as IdentityVariableName[];

/** What each provider needs to be offered. */
export const identitySecrets: Record<IdentityProviderName, readonly [IdentityVariableName, IdentityVariableName]> = {
  google: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  github: ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
};

/** What is missing of a provider that is set by half, each with its error message. */
export function missingIdentityVariables(env: IdentityEnv): { name: IdentityVariableName; message: string }[] {
  return identityProviderNames.flatMap((provider) => {
    const [present, missing] = [
      identitySecrets[provider].filter((name) => env[name]),
      identitySecrets[provider].filter((name) => !env[name]),
    ];
    const [has] = present;
    return has === undefined ? [] : missing.map((name) => ({ name, message: `is required when ${has} is set` }));
  });
}

/** The providers that are offered. */
export function offeredIdentityProviders(env: IdentityEnv): IdentityProviderName[] {
  return identityProviderNames.filter((provider) => identitySecrets[provider].every((name) => env[name]));
}

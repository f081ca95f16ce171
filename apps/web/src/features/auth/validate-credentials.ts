import type { ApiProblem } from '@/lib/api/problem';

/** The shortest password that the API accepts. */
const MIN_PASSWORD = 8;

/** The fields of the sign-up and sign-in forms. */
export interface Credentials {
  name: string;
  email: string;
  password: string;
  /** agreement to terms and privacy notice; of a sign-in nobody asks for it */
  agrees: boolean;
}

/** The name of a field. */
export type CredentialsField = keyof Credentials;

/** What is wrong with a field, as a key of the `auth` messages. */
export type CredentialsError = 'missing' | 'badEmail' | 'shortPassword';

/** The faults that can be seen before asking the server. A sign-in judges no password by its length. */
export function validateCredentials(
  input: Credentials,
  mode: 'signUp' | 'signIn',
): Partial<Record<CredentialsField, CredentialsError>> {
  const faults: Partial<Record<CredentialsField, CredentialsError>> = {};
  if (mode === 'signUp' && !input.agrees) faults.agrees = 'missing';
  if (mode === 'signUp' && !input.name.trim()) faults.name = 'missing';
  if (!input.email.trim()) faults.email = 'missing';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email.trim())) faults.email = 'badEmail';
  if (!input.password) faults.password = 'missing';
  else if (mode === 'signUp' && [...input.password].length < MIN_PASSWORD) faults.password = 'shortPassword';
  return faults;
}

/** The server's complaints about single fields, by field. */
export function fieldMessages(problem: ApiProblem): Partial<Record<CredentialsField, string>> {
  const named = problem.errors.map(({ pointer, message }) => [pointer.replace(/^\//, ''), message] as const);
  return Object.fromEntries(named.filter(([field]) => ['name', 'email', 'password'].includes(field)));
}

import type { ApiProblem } from '@/lib/api/problem';

/** The shortest password that the API accepts. */
export const MIN_PASSWORD = 8;

/** What a person writes at the door. */
export interface DoorInput {
  name: string;
  email: string;
  password: string;
}

/** A field of the door. */
export type DoorField = keyof DoorInput;

/** What is wrong with a field, as a key of the sentences of the door. */
export type DoorFault = 'missing' | 'badEmail' | 'shortPassword';

/** The faults that can be seen before asking the server. A sign-in judges no password by its length. */
export function checkDoor(input: DoorInput, door: 'signUp' | 'signIn'): Partial<Record<DoorField, DoorFault>> {
  const faults: Partial<Record<DoorField, DoorFault>> = {};
  if (door === 'signUp' && !input.name.trim()) faults.name = 'missing';
  if (!input.email.trim()) faults.email = 'missing';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email.trim())) faults.email = 'badEmail';
  if (!input.password) faults.password = 'missing';
  else if (door === 'signUp' && [...input.password].length < MIN_PASSWORD) faults.password = 'shortPassword';
  return faults;
}

/** The server's complaints about single fields, by field. */
export function fieldMessages(problem: ApiProblem): Partial<Record<DoorField, string>> {
  const named = problem.errors.map(({ pointer, message }) => [pointer.replace(/^\//, ''), message] as const);
  return Object.fromEntries(named.filter(([field]) => ['name', 'email', 'password'].includes(field)));
}
